import { chosenRange, rangeBetween, wholeRange } from './day-range';

const minute = 60_000;
const hour = 60 * minute;

describe('the drawn part of a day', () => {
  const whole = { from: 8 * hour, to: 16 * hour };

  it('has room for the line of the present, and is never too short to be read', () => {
    const { from, to } = wholeRange(8 * hour, 16 * hour, true);
    expect([from, to > 16 * hour, to < 16.5 * hour]).toEqual([8 * hour, true, true]);
    expect(wholeRange(16 * hour, 16 * hour, false)).toEqual({ from: 16 * hour - 10 * minute, to: 16 * hour });
  });

  it('moves with the present if it is the last hour, and stays if it is between two times', () => {
    const later = { ...whole, to: 17 * hour };
    expect(chosenRange('one', whole)).toEqual({ from: 15 * hour, to: 16 * hour });
    expect(chosenRange('one', later)).toEqual({ from: 16 * hour, to: 17 * hour });
    const noon = rangeBetween(12.5 * hour, 12 * hour, whole);
    expect(chosenRange(noon, later)).toEqual({ from: 12 * hour, to: 12.5 * hour });
  });

  it('goes on with the day if its end is the day’s', () => {
    const evening = rangeBetween(15 * hour, 16 * hour, whole);
    expect(chosenRange(evening, { ...whole, to: 17 * hour })).toEqual({ from: 15 * hour, to: 17 * hour });
  });

  it('is the whole day again if both ends are chosen', () => {
    expect(rangeBetween(7 * hour, 18 * hour, whole)).toBe('all');
  });

  it('stays inside the day and longer than five minutes', () => {
    const short = chosenRange(rangeBetween(16 * hour - 1, 16 * hour, whole), whole);
    expect(short).toEqual({ from: 16 * hour - 5 * minute, to: 16 * hour });
  });
});
