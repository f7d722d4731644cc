import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { type OperatorTimeline, type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { MediatelDayReportHarness } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { MediatelDayReport } from './mediatel-day-report';

const minute = 60_000;
const operator = (id: number, totals: Partial<OperatorTotals['totals']> = {}): OperatorTotals => ({
  id: String(id),
  name: `Operator ${String(id).padStart(2, '0')}`,
  team: id % 2 === 0 ? 'Banks' : 'Loans',
  totals: { ...noTotals, ...totals },
});
const nothing = { pause: null, queue: null, traceId: null, kind: null };
/** A wait of an hour, a call of 10 min, and 6 min after it, up to 10:00. */
const timelineOf = (id: number, now: number): OperatorTimeline => ({
  ...operator(id),
  complete: true,
  segments: [
    { from: now - 76 * minute, to: now - 16 * minute, state: 'STATE_IDLE', status: 'available', ...nothing },
    {
      ...nothing,
      ...{ from: now - 16 * minute, to: now - 6 * minute, state: 'STATE_CALL_ACTIVE', status: 'in_a_call' },
      ...{ queue: 'DM_Banks', traceId: '77' },
    },
    { from: now - 6 * minute, to: null, state: 'STATE_CLERICAL', status: 'clerical', ...nothing },
  ],
});

describe('MediatelDayReport', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    hub = await fakeHub();
  });
  async function shown(): Promise<MediatelDayReportHarness> {
    const fixture = TestBed.createComponent(MediatelDayReport);
    const report = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDayReportHarness);
    await answersArrive();
    return report;
  }
  async function totals(): Promise<MediatelDayReportHarness> {
    const report = await shown();
    await report.showView('totals');
    return report;
  }
  const names = async (report: MediatelDayReportHarness): Promise<readonly string[]> =>
    Object.keys((await (await report.totals())?.rows()) ?? {}).filter((name) => name.startsWith('Operator'));

  it('shows the operators by team, and finds one by name', async () => {
    hub.everybody = Array.from({ length: 12 }, (_, id) => operator(id));
    const report = await totals();
    expect((await names(report)).slice(0, 2)).toEqual(['Operator 00', 'Operator 02']);
    expect(await names(report)).toHaveLength(12);
    await report.search('operator 07');
    expect(await names(report)).toEqual(['Operator 07']);
    expect(await report.canSave()).toBe(true);
  });

  it('puts only the rows near the visible ones into the page', async () => {
    hub.everybody = Array.from({ length: 300 }, (_, id) => operator(id));
    const report = await shown();
    const rows = await report.operators();
    expect(rows[0]).toBe('Operator 00');
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.length).toBeLessThan(60);
  });

  it('says that nobody is there, and lets nothing be saved', async () => {
    const report = await totals();
    expect(await report.nobody()).not.toBe('');
    expect(await report.nobody()).not.toBeNull();
    expect(await report.canSave()).toBe(false);
  });

  it('says that the day can’t be read', async () => {
    hub.everybody = null;
    expect(await (await totals()).banner()).not.toBeNull();
  });

  it('shows another day of the week, and not the figures of the day before under its name', async () => {
    hub.everybody = [operator(1)];
    const report = await shown();
    expect(await report.operators()).toEqual(['Operator 01']);
    hub.everybody = null;
    await report.chooseDay('1969-12-30');
    await answersArrive();
    expect(await report.operators()).toEqual([]);
    expect(await report.banner()).not.toBeNull();
  });

  it.each([
    ['reconnecting', 'Connection lost. Showing the last known state from'],
    ['unavailable', 'could not be loaded'],
    ['refused', 'no permission'],
  ] as const)('says what is wrong with the connection: %s', async (status, said) => {
    hub.everybody = [operator(1)];
    const report = await totals();
    expect(await report.banner()).toBeNull();
    hub.status.set(status);
    expect(await report.banner()).toContain(said);
  });

  it.each(['connecting', 'connected'] as const)(
    'says within 2 s that the hub is not reached, with a retry: %s',
    async (status) => {
      hub.status.set(status);
      hub.heardAt.set(status === 'connecting' ? null : hub.clock);
      hub.totals = () => new Promise(() => undefined);
      const report = await shown();
      expect([await report.banner(), await report.reading()]).toEqual([null, 'Reading the day…']);
      await until(async () => (await report.banner()) !== null, 'the banner');
      // Nothing is shown that could be the last known state.
      expect(await report.banner()).toContain('trying again…');
      expect(await report.reading()).toBe('');
      await report.retry();
      expect(hub.retries).toBe(1);
    },
  );

  describe('in the timeline', () => {
    it('shows figures beside each band, and sorts by them', async () => {
      const [a, b] = [
        { present: 100, talking: 30, held: 8, clerical: 22, paused: 9, calls: 41 },
        { present: 100, talking: 52, clerical: 8, paused: 10, calls: 57 },
      ];
      hub.everybody = [operator(2, a), operator(4, b)];
      const report = await shown();
      expect(await report.figures(0)).toEqual(['38%', '22%', '9%', '41']);
      await report.sortBy(4);
      expect(await report.operators()).toEqual(['Operator 04', 'Operator 02']);
      await report.sortBy(4);
      expect(await report.operators()).toEqual(['Operator 02', 'Operator 04']);
    });

    it('unfolds an operator in place, and folds a team', async () => {
      hub.everybody = [operator(2), operator(4), operator(5)];
      hub.days = [timelineOf(2, hub.clock)];
      const report = await shown();
      expect(await report.segments()).toBeNull();
      await report.open(0);
      const rows = await (await report.segments())!.rows();
      expect(rows.map(([, , , state]) => state)).toEqual(['After call', 'In a call', 'Available']);
      await report.fold(0);
      expect(await report.operators()).toEqual(['Operator 05']);
    });

    it('names the operator and the state of a band to the keyboard too', async () => {
      hub.everybody = [operator(2)];
      hub.days = [timelineOf(2, hub.clock)];
      const report = await shown();
      expect(await report.tip()).toBeNull();
      await report.focus(0);
      expect(await report.tip()).toBe('Operator 02 · After call · 09:54:00–now · 06:00');
      await report.step(0, 'earlier');
      expect(await report.tip()).toBe('Operator 02 · In a call · 09:44:00–09:54:00 · 10:00 · DM_Banks · 77');
    });

    it('marks what lasted longer than its alert’s threshold', async () => {
      hub.everybody = [operator(2, { present: 100, clerical: 22 })];
      hub.days = [timelineOf(2, hub.clock)];
      const report = await shown();
      expect((await report.figures(0))[0]).toBe('0%');
      expect((await report.figures(0))[1]).toMatch(/▲.*0:06:00.*0:03:00.*22%/);
    });
  });
});
