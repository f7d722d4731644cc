import { type DayTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { emptyColumns, shownColumns } from './totals-columns';

const day: DayTotals = { ...noTotals, present: 100, talking: 50, available: 50, longestWait: 50, calls: 3 };

describe('the columns of the totals', () => {
  it('are those that are not zero for everybody', () => {
    expect(shownColumns(null, day, false)).toEqual([
      ...['calls', 'callsAnHour', 'handleTime', 'occupancy', 'present', 'talking', 'available', 'longestWait'],
    ]);
    expect(emptyColumns(day)).toContain('held');
  });

  it('are two on a narrow screen, until the supervisor chooses', () => {
    expect(shownColumns(null, day, true)).toEqual(['calls', 'occupancy']);
    expect(shownColumns(['talking', 'calls', 'held'], day, true)).toEqual(['calls', 'talking', 'held']);
  });

  it('are not gone on a day without anything', () => {
    expect(shownColumns(null, noTotals, false)).not.toEqual([]);
  });
});
