import { reconnectPolicy } from './reconnect-policy';

describe('reconnectPolicy', () => {
  it('brings a client back within 8 s of the link’s return, including a try that hung', () => {
    const longest = Math.max(...Array.from({ length: 1000 }, () => reconnectPolicy.delay(1)));
    // The wait runs beside the try, and what hung is asked about before the next one.
    expect(Math.max(reconnectPolicy.connectTimeout + reconnectPolicy.probeTimeout, longest)).toBeLessThanOrEqual(8000);
  });
});
