import { TestBed } from '@angular/core/testing';
import { MediatelAgentStateBar, type TimerLimit } from './agent-state-bar';
import type { AgentAppearance } from '../appearance/appearance';
import { MediatelIntl } from '../intl/mediatel-intl';

interface Inputs {
  readonly appearance?: AgentAppearance;
  readonly word?: string;
  readonly detail?: string;
  readonly startedAt?: number | null;
  readonly now?: number;
  readonly limit?: TimerLimit;
  readonly muted?: boolean;
}

async function render(inputs: Inputs) {
  const fixture = TestBed.createComponent(MediatelAgentStateBar);
  for (const [name, value] of Object.entries({ appearance: 'available', now: 0, ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    element,
    timer: () => element.querySelector('[role=timer]')?.textContent.trim() ?? null,
    said: () => element.querySelector('[role=status]')?.textContent,
    isWarning: () => element.querySelector('.warning') !== null,
  };
}

describe('MediatelAgentStateBar', () => {
  it('shows the state as a word, an icon and a colour, and the time in it', async () => {
    const { element, timer, said } = await render({ startedAt: 1000, now: 253_000 });
    expect(element.querySelector('.word')?.textContent.trim()).toBe('Available');
    expect(element.querySelector('path')?.getAttribute('d')).not.toBe('');
    expect(element.style.getPropertyValue('--mediatel-state')).toContain('--mediatel-available');
    expect(timer()).toBe('04:12');
    expect(said()).toBe('Available');
  });

  it('announces the state, never the seconds', async () => {
    const { fixture, said, timer } = await render({ appearance: 'paused', detail: 'Lunch', startedAt: 0, now: 5000 });
    expect(said()).toBe('Pause, Lunch');
    fixture.componentRef.setInput('now', 6000);
    await fixture.whenStable();
    expect(timer()).toBe('00:06');
    expect(said()).toBe('Pause, Lunch');
  });

  it('says that the operator is muted before it says where', async () => {
    const { element, said } = await render({ appearance: 'talking', detail: 'sound', muted: true });
    expect(element.querySelector('.word')?.textContent.replace(/\s+/g, ' ').trim()).toBe('Muted · In a call');
    expect(said()).toBe('Muted, In a call');
    expect(element.classList).toContain('muted');
  });

  it('shows an unknown state by its name', async () => {
    const { said } = await render({ appearance: 'unknown', word: 'STATE_TRANSFER' });
    expect(said()).toBe('STATE_TRANSFER');
  });

  it('counts a call up to its longest duration and warns before it', async () => {
    const limit = { kind: 'upTo', seconds: 180, warnBefore: 30 } as const;
    const { fixture, timer, isWarning } = await render({ appearance: 'talking', startedAt: 0, now: 149_000, limit });
    expect(timer()).toBe('02:29 / 03:00');
    expect(isWarning()).toBe(false);
    fixture.componentRef.setInput('now', 150_000);
    await fixture.whenStable();
    expect(isWarning()).toBe(true);
  });

  it('counts clerical down, and on past its end', async () => {
    const limit = { kind: 'left', seconds: 30, warnBefore: 10 } as const;
    const { fixture, timer } = await render({ appearance: 'clerical', startedAt: 0, now: 9000, limit });
    expect(timer()).toBe('00:21 left');
    fixture.componentRef.setInput('now', 34_000);
    await fixture.whenStable();
    expect(timer()).toBe('00:04 over');
  });

  it('shows no timer when the beginning is not known', async () => {
    expect((await render({ startedAt: null })).timer()).toBeNull();
  });

  it('follows a change of language', async () => {
    const { fixture, said } = await render({});
    void TestBed.inject(MediatelIntl).setLanguage({ appearance: { available: 'Доступний' } });
    await fixture.whenStable();
    expect(said()).toBe('Доступний');
  });
});
