import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { MediatelDayReportHarness } from 'mediatel-lib/testing';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { DayChart } from './day-chart';
import { MediatelDayReport } from './mediatel-day-report';

/** jsdom has no canvas to draw on. */
@Component({ selector: 'mediatel-day-chart', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class NoChart {
  readonly bands = input.required<unknown>();
  readonly lines = input.required<number>();
  readonly begin = input.required<number>();
  readonly end = input.required<number>();
  readonly timeZone = input.required<string>();
}

const operator = (id: number): OperatorTotals => ({
  id: String(id),
  name: `Operator ${String(id).padStart(2, '0')}`,
  team: 'Banks',
  totals: noTotals,
});

describe('MediatelDayReport', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    TestBed.overrideComponent(MediatelDayReport, { remove: { imports: [DayChart] }, add: { imports: [NoChart] } });
    hub = await fakeHub();
  });
  async function totals(): Promise<MediatelDayReportHarness> {
    const fixture = TestBed.createComponent(MediatelDayReport);
    const report = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDayReportHarness);
    await answersArrive();
    await report.showView('totals');
    return report;
  }
  const names = async (report: MediatelDayReportHarness): Promise<readonly string[]> =>
    Object.keys((await (await report.totals())?.rows()) ?? {}).filter((name) => name.startsWith('Operator'));

  it('shows a page of operators, turns the pages, and finds one by name', async () => {
    hub.everybody = Array.from({ length: 40 }, (_, id) => operator(id));
    const report = await totals();
    const first = await names(report);
    expect(first[0]).toBe('Operator 00');
    expect(await report.shown()).toContain('40');
    await report.turn('next');
    const second = await names(report);
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await report.search('operator 07');
    expect(await names(report)).toEqual(['Operator 07']);
    expect(await report.canSave()).toBe(true);
  });

  it('says that nobody is there, and lets nothing be saved', async () => {
    const report = await totals();
    expect(await report.nobody()).not.toBe('');
    expect(await report.canSave()).toBe(false);
  });

  it('says that the day can’t be read', async () => {
    hub.everybody = null;
    expect(await (await totals()).banner()).not.toBeNull();
  });

  it.each(['reconnecting', 'unavailable', 'refused'] as const)(
    'says what is wrong with the connection: %s',
    async (status) => {
      hub.everybody = [operator(1)];
      const report = await totals();
      expect(await report.banner()).toBeNull();
      hub.status.set(status);
      expect(await report.banner()).not.toBeNull();
    },
  );
});
