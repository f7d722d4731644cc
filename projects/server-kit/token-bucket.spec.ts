import { ManualClock } from './manual-clock';
import { TokenBucket } from './token-bucket';

describe('a token bucket', () => {
  const clock = new ManualClock();
  const bucketOf = (rate: number, burst: number): TokenBucket => new TokenBucket(rate, burst, () => clock.elapsed());
  const takes = (bucket: TokenBucket, times: number): number =>
    Array.from({ length: times }, () => bucket.take()).filter(Boolean).length;

  it('lets a burst through, then what the rate allows, and never more than a burst', () => {
    const bucket = bucketOf(10, 40);
    expect(takes(bucket, 100)).toBe(40);
    clock.advance(1000);
    expect(takes(bucket, 100)).toBe(10);
    clock.advance(60_000);
    expect(takes(bucket, 100)).toBe(40);
  });

  it('never stops a peer that keeps to the rate', () => {
    const bucket = bucketOf(10, 40);
    for (let i = 0; i < 1000; i++) {
      clock.advance(100);
      expect(bucket.take()).toBe(true);
    }
  });
});
