import { seededRandom } from './seeded-random';

const first = (seed: number, count = 1000): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  it.each([0, 1, 7, 999_999_999])('of seed %i lies evenly between 0 and 1', (seed) => {
    const numbers = first(seed, 10_000);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, at) => numbers.filter((n) => Math.floor(n * 10) === at).length);
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
