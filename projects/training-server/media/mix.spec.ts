import { mixInto } from './mix';

describe('mixing', () => {
  it('adds sample by sample, and clips what is too loud', () => {
    const target = Int16Array.of(0, 100, -100, 30_000, -30_000, 32_767);
    mixInto(target, Int16Array.of(5, 20, -20, 10_000, -10_000, 1));
    expect([...target]).toEqual([5, 120, -120, 32_767, -32_768, 32_767]);
  });
});
