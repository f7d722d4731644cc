import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { type DayTotals, type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { DayTotalsTableHarness } from 'mediatel-lib/testing';
import { fakeHub } from '../../hub/fake-hub.fixture';
import { DayTotalsTable } from './day-totals-table';

const minute = 60_000;
const of = (id: string, team: string, totals: Partial<DayTotals>): OperatorTotals => ({
  id,
  name: `Operator ${id}`,
  team,
  totals: { ...noTotals, ...totals },
});
const pausing = of('1', 'Banks', {
  present: 60 * minute,
  talking: 20 * minute,
  held: 4 * minute,
  clerical: 6 * minute,
  paused: 3 * minute,
  calls: 6,
  pauses: [
    { pause: 'Lunch', time: 2 * minute },
    { pause: null, time: minute },
  ],
});
const calling = of('2', 'Banks', { present: 30 * minute, talking: 10 * minute, calls: 9 });
const loans = of('3', 'Loans', { present: 30 * minute, calls: 1 });

async function shown(operators: readonly OperatorTotals[]): Promise<DayTotalsTableHarness> {
  await fakeHub();
  const fixture = TestBed.createComponent(DayTotalsTable);
  fixture.componentRef.setInput('operators', operators);
  fixture.componentRef.setInput('day', '2026-11-23');
  return TestbedHarnessEnvironment.harnessForFixture(fixture, DayTotalsTableHarness);
}

describe('the totals', () => {
  it('have one line for everybody, each team and each operator, with what is calculated', async () => {
    const table = await shown([pausing, calling, loans]);
    const rows = await table.rows();
    expect(Object.keys(rows)).toEqual([
      'Everybody',
      expect.stringContaining('Banks'),
      'Operator 1',
      'Operator 2',
      expect.stringContaining('Loans'),
      'Operator 3',
    ]);
    const columns = (await table.columns()).slice(1);
    const cell = (name: string, column: string): string | undefined => rows[name]?.[columns.indexOf(column)];
    expect([cell('Everybody', 'Calls'), cell('Operator 1', 'Calls')]).toEqual(['16', '6']);
    // 30 min in 6 calls; 30 of 57 min; 6 calls in 57 min.
    expect(cell('Operator 1', 'Time a call')).toBe('0:05:00');
    expect(cell('Operator 1', 'Occupancy')).toBe('53%');
    expect(cell('Operator 1', 'Calls an hour')).toBe('6.3');
    expect(cell('Operator 1', 'Pause')).toBe('0:03:00');
  });

  it('leave out what is empty for everybody, and say so', async () => {
    const table = await shown([pausing, calling]);
    expect(await table.columns()).not.toContain('Dialling');
    expect(await table.hidden()).toMatch(/Dialling/);
    expect(await table.hidden()).not.toMatch(/Pause/);
  });

  it('are sorted by any column, teams and operators alike', async () => {
    const table = await shown([pausing, calling, loans]);
    const names = async (): Promise<readonly string[]> =>
      Object.keys(await table.rows()).filter((name) => name.startsWith('Operator'));
    const calls = (await table.columns()).indexOf('Calls');
    await table.sortBy(calls);
    expect(await names()).toEqual(['Operator 2', 'Operator 1', 'Operator 3']);
    await table.sortBy(calls);
    expect(await names()).toEqual(['Operator 3', 'Operator 1', 'Operator 2']);
  });

  it('unfold pauses by reason in place, and fold teams', async () => {
    const table = await shown([pausing, calling, loans]);
    expect(await table.pauses()).toEqual([]);
    // Everybody, the team, the operator: each has pauses.
    await table.unfoldPauses(2);
    expect(await table.pauses()).toEqual([
      expect.stringMatching(/Lunch.*0:02:00.*67/),
      expect.stringMatching(/0:01:00.*33/),
    ]);
    await table.fold(0);
    expect(Object.keys(await table.rows()).filter((name) => name.startsWith('Operator'))).toEqual(['Operator 3']);
  });
});
