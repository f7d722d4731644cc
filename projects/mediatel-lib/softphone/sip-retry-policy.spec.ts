import { sipRetryPolicy } from './sip-retry-policy';

/** The most of the times that fall into any 100 ms. */
function densest(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 100).length));
}

describe('sipRetryPolicy', () => {
  it('spreads 1,000 telephones that lose their server at once', () => {
    const times = Array.from({ length: 1000 }, () => sipRetryPolicy.socketDelay(0));
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(4000);
    expect(densest(times)).toBeLessThan(50);
  });

  it('has a telephone back within 5 s of the link’s return, and within 10 s of a REGISTER that failed', () => {
    for (let failures = 0; failures < 1000; failures += 1) {
      expect(sipRetryPolicy.socketDelay(failures)).toBeLessThan(4500);
      expect(sipRetryPolicy.registerDelay()).toBeLessThan(9000);
    }
  });
});
