import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  type CallKind,
  MediatelAgentStateBar,
  MediatelCallCard,
  MediatelHeardMeter,
  MediatelKeypad,
  MediatelNotice,
  MediatelReadinessStrip,
} from 'mediatel-lib/ui';
import { MediatelAgentStateBarHarness } from './ui/agent-state-bar-harness';
import { MediatelCallCardHarness } from './ui/call-card-harness';
import { MediatelHeardMeterHarness } from './ui/heard-meter-harness';
import { MediatelKeypadHarness } from './ui/keypad-harness';
import { MediatelNoticeHarness } from './ui/notice-harness';
import { MediatelReadinessStripHarness } from './ui/readiness-strip-harness';

@Component({
  imports: [
    MediatelAgentStateBar,
    MediatelCallCard,
    MediatelHeardMeter,
    MediatelKeypad,
    MediatelNotice,
    MediatelReadinessStrip,
  ],
  template: `
    <mediatel-agent-state-bar
      appearance="paused"
      detail="Lunch"
      [startedAt]="0"
      [now]="now()"
      [limit]="{ kind: 'upTo', seconds: 60, warnBefore: 10 }"
    />
    <mediatel-call-card number="0661234567" customerId="39" queue="DM_MFO_1" [kind]="kind()" callTraceID="118" />
    <mediatel-heard-meter who="you" [level]="0.3" audibility="silent" why="Muted in its own settings" />
    <mediatel-keypad (digit)="digits.set(digits() + $event)" />
    <mediatel-notice [words]="words()" detail="503" />
    <mediatel-readiness-strip [level]="1" device="Jabra" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Parts {
  readonly now = signal(5000);
  readonly kind = signal<CallKind | null>('outgoing');
  readonly digits = signal('');
  readonly words = signal('Not registered');
}

function render() {
  const fixture = TestBed.createComponent(Parts);
  return { parts: fixture.componentInstance, loader: TestbedHarnessEnvironment.loader(fixture) };
}

describe('the harnesses of the parts', () => {
  it('read the state bar', async () => {
    const { parts, loader } = render();
    const bar = await loader.getHarness(MediatelAgentStateBarHarness);
    expect([await bar.state(), await bar.timer(), await bar.isWarning()]).toEqual([
      'Pause · Lunch',
      '00:05 / 01:00',
      false,
    ]);
    parts.now.set(55_000);
    expect(await bar.isWarning()).toBe(true);
    expect(await bar.announcement()).toBe('Pause, Lunch');
  });

  it('read the call card, with null for hidden parts', async () => {
    const { parts, loader } = render();
    const card = await loader.getHarness(MediatelCallCardHarness);
    expect((await card.number())?.replace(/\D/g, '')).toBe('0661234567');
    expect([await card.who(), await card.kind(), await card.queue(), await card.callId()]).toEqual([
      'customer 39',
      'outgoing',
      'DM_MFO_1',
      'call 118',
    ]);
    parts.kind.set(null);
    expect(await card.kind()).toBeNull();
  });

  it('read whether somebody is heard, and how loud', async () => {
    const { loader } = render();
    const meter = await loader.getHarness(MediatelHeardMeterHarness);
    expect([await meter.proof(), await meter.why()]).toEqual(['silent', 'Muted in its own settings']);
    expect(await (await meter.level()).steps()).toBe(3);
    const strip = await loader.getHarness(MediatelReadinessStripHarness);
    expect([await strip.device(), await (await strip.level())?.steps()]).toEqual(['Jabra', 5]);
  });

  it('press the keys', async () => {
    const { parts, loader } = render();
    await (await loader.getHarness(MediatelKeypadHarness)).press('06*x#');
    expect(parts.digits()).toBe('06*#');
  });

  it('unfold a notice repeatedly, and words that are too long to be shown whole', async () => {
    const { parts, loader } = render();
    const notice = await loader.getHarness(MediatelNoticeHarness);
    expect([await notice.detail(), await notice.detail()]).toEqual(['503', '503']);
    parts.words.set('The number cannot be dialled '.repeat(4).trim());
    expect(await notice.detail()).toContain('dialled');
  });
});
