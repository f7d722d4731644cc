import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelLevelMeterHarness } from 'mediatel-lib/testing';
import { MediatelLevelMeter } from './level-meter';

async function render(level: number | null) {
  const fixture = TestBed.createComponent(MediatelLevelMeter);
  fixture.componentRef.setInput('level', level);
  fixture.componentRef.setInput('who', 'you');
  const meter = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelLevelMeterHarness);
  return { element: fixture.nativeElement as HTMLElement, meter };
}

describe('MediatelLevelMeter', () => {
  it.each([
    [0, 0],
    [0.019, 0],
    [0.02, 1],
    [0.12, 2],
    [0.25, 3],
    [0.45, 4],
    [0.69, 4],
    [0.7, 5],
    [1, 5],
  ])('shows the level %d as %d bars of five', async (level, steps) => {
    const { element, meter } = await render(level);
    expect(await meter.steps()).toBe(steps);
    expect(element.querySelectorAll('span.on')).toHaveLength(steps);
    expect(element.querySelectorAll('span')).toHaveLength(5);
  });

  it('names the speaker for screen readers', async () => {
    expect(await (await render(0)).meter.label()).toBe('Sound level, you');
  });

  it('shows an unmeasured level differently from silence', async () => {
    const unmeasured = (await render(null)).element;
    expect(unmeasured.getAttribute('aria-valuetext')).toBe('can’t be measured');
    expect(unmeasured.querySelectorAll('span.unknown')).toHaveLength(5);
    const silent = (await render(0)).element;
    expect(silent.getAttribute('aria-valuetext')).toBeNull();
    expect(silent.querySelectorAll('span.unknown')).toHaveLength(0);
  });
});
