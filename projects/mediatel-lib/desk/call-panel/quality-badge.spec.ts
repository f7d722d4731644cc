import { TestBed } from '@angular/core/testing';
import { MatTooltip } from '@angular/material/tooltip';
import { By } from '@angular/platform-browser';
import type { CallQuality, QualityRating } from 'mediatel-lib/ports';
import { MediatelQualityBadge } from './quality-badge';

const good: CallQuality = {
  callId: 'a',
  mos: 4.36,
  roundTrip: 41.6,
  jitter: 3.4,
  bufferDelay: 40,
  packetsLost: 2,
  lossShare: 0.0123,
  concealedShare: 0,
  sent: null,
  rating: 'good',
  alarms: [],
};

async function badge(quality: CallQuality | null) {
  const fixture = TestBed.createComponent(MediatelQualityBadge);
  fixture.componentRef.setInput('quality', quality);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const tooltip = () => fixture.debugElement.query(By.directive(MatTooltip)).injector.get(MatTooltip).message;
  return { element, tooltip };
}

describe('MediatelQualityBadge', () => {
  it.each([
    ['good', 3],
    ['fair', 2],
    ['poor', 1],
  ] as const)('says “line %s” with %d bars', async (rating: QualityRating, bars) => {
    const { element } = await badge({ ...good, rating });
    expect(element.textContent?.trim()).toBe(`line ${rating}`);
    expect(element.querySelectorAll('.bars .on')).toHaveLength(bars);
    // The bars say nothing that the words don't.
    expect(element.querySelector('.bars')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('gives the figures, rounded, to the pointer and the keyboard', async () => {
    const { element, tooltip } = await badge(good);
    expect(tooltip()).toBe('MOS 4.4 · delay 42 ms · jitter 3 ms · lost 1.2 %');
    expect(element.querySelector('.badge')?.getAttribute('tabindex')).toBe('0');
  });

  it('has no figure for a round trip that is not reported yet', async () => {
    const { tooltip } = await badge({ ...good, roundTrip: null });
    expect(tooltip()).toContain('delay – ms');
  });

  it('shows nothing in a call’s first second', async () => {
    const { element } = await badge(null);
    expect(element.textContent?.trim()).toBe('');
  });
});
