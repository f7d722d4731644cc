import { reconnectPolicy } from './reconnect-policy';

describe('reconnectPolicy', () => {
  it('reconnects a client within 8 s after the network returns, even if a try hangs', () => {
    const longest = Math.max(...Array.from({ length: 1000 }, () => reconnectPolicy.delay(1)));
    // The wait includes the try. A probe follows a try that hung.
    expect(Math.max(reconnectPolicy.connectTimeout + reconnectPolicy.probeTimeout, longest)).toBeLessThanOrEqual(8000);
  });
});
