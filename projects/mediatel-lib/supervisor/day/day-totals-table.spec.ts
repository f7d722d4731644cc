import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { type DayTotals, type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { DayTotalsTableHarness } from 'mediatel-lib/testing';
import { fakeHub } from '../hub/fake-hub.fixture';
import { DayTotalsTable } from './day-totals-table';

const minute = 60_000;
const of = (id: string, team: string, totals: Partial<DayTotals>): OperatorTotals => ({
  id,
  name: `Operator ${id}`,
  team,
  totals: { ...noTotals, ...totals },
});

it('shows each team’s sum, then the operators of the page, with pauses by reason', async () => {
  await fakeHub();
  const first = of('1', 'Banks', {
    paused: 3 * minute,
    calls: 2,
    pauses: [
      { pause: 'Lunch', time: 2 * minute },
      { pause: null, time: minute },
    ],
  });
  const second = of('2', 'Banks', { calls: 5 });
  const fixture = TestBed.createComponent(DayTotalsTable);
  fixture.componentRef.setInput('everybody', [first, second]);
  fixture.componentRef.setInput('operators', [first]);
  const table = await TestbedHarnessEnvironment.harnessForFixture(fixture, DayTotalsTableHarness);

  const rows = await table.rows();
  const names = Object.keys(rows);
  expect(names).toHaveLength(2);
  expect(names[0]).toContain('Banks');
  expect(names[1]).toBe('Operator 1');
  const columns = await table.columns();
  const calls = columns.indexOf('Calls') - 1;
  const paused = columns.indexOf('Pause') - 1;
  expect([rows[names[0] ?? '']?.[calls], rows['Operator 1']?.[calls]]).toEqual(['7', '2']);
  expect(rows['Operator 1']?.[paused]).toMatch(/3:00.*Lunch.*2:00.*1:00/);
});
