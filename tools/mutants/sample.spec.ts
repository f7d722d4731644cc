import { sample } from './sample.js';

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('sample', () => {
  it('is the same each time, in the order of the list, and different with another seed', () => {
    const chosen = sample(numbers, 10, 1);
    expect(chosen).toHaveLength(10);
    expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
    expect(sample(numbers, 10, 1)).toEqual(chosen);
    expect(sample(numbers, 10, 2)).not.toEqual(chosen);
  });

  it('is the whole of a short list', () => {
    expect(sample([3, 1], 10, 1)).toEqual([3, 1]);
  });
});
