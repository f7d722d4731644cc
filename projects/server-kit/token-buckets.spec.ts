import { TokenBuckets } from './token-buckets';

describe('TokenBuckets', () => {
  let time = 0;
  const drained = (bucket: { take(): boolean }): number => {
    let count = 0;
    while (bucket.take()) count++;
    return count;
  };

  it('gives an identity the same bucket each time, and another its own', () => {
    const buckets = new TokenBuckets(1, 3, () => time);
    expect(drained(buckets.of('a'))).toBe(3);
    expect(drained(buckets.of('a'))).toBe(0);
    expect(drained(buckets.of('b'))).toBe(3);
  });

  it('forgets full buckets only', () => {
    const buckets = new TokenBuckets(1, 2, () => time);
    const full = buckets.of('full');
    drained(buckets.of('empty'));
    for (let i = 0; i < 1000; i++) buckets.of(`other ${i}`);
    expect(buckets.of('full')).not.toBe(full);
    expect(drained(buckets.of('empty'))).toBe(0);
    time += 1000;
    expect(drained(buckets.of('empty'))).toBe(1);
  });
});
