import { reconnectPolicy } from './reconnect-policy';

/** The most of 1,000 that fall into any 100 ms. */
function densest(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((time) => time >= from && time < from + 100).length));
}

describe('reconnectPolicy', () => {
  it('spreads 1,000 clients that lose their server at once', () => {
    const times = Array.from({ length: 1000 }, () => reconnectPolicy.delay(0));
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(4000);
    expect(densest(times)).toBeLessThan(50);
  });

  it('has whoever tries back within 8 s of the link’s return, time-outs included', () => {
    for (let failures = 0; failures < 1000; failures += 1) {
      const wait = reconnectPolicy.delay(failures);
      expect(wait).toBeGreaterThan(0);
      expect(wait + reconnectPolicy.connectTimeout).toBeLessThan(8000);
    }
  });
});
