import type { CountSample } from './count-history';
import { countLine } from './count-line';

const minute = 60_000;
const sample = (at: number, talking: number): CountSample => ({ at, counts: new Map([['talking', talking]]) });

describe('countLine', () => {
  it('needs two samples', () => {
    expect(countLine([], 'talking')).toBeNull();
    expect(countLine([sample(0, 1)], 'talking')).toBeNull();
  });

  it('ends at the right with the newest sample, and begins where the counting began', () => {
    const line = countLine([sample(0, 2), sample(10_000, 4)], 'talking');
    expect(line).toEqual({ path: 'M59.7 8L60 1', lowest: 2, highest: 4, since: 0 });
  });

  it('is broken where nothing was counted', () => {
    const line = countLine([sample(0, 1), sample(10_000, 1), sample(10 * minute, 1)], 'talking');
    expect(line?.path.match(/M/g)).toHaveLength(2);
  });

  it('lies at the bottom for a state without operators', () => {
    expect(countLine([sample(0, 1), sample(10_000, 1)], 'held')).toMatchObject({ lowest: 0, highest: 0 });
    expect(countLine([sample(0, 1), sample(10_000, 1)], 'held')?.path).toBe('M59.7 15L60 15');
  });
});
