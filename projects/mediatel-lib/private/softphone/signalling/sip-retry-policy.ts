import type { SipRetryPolicy } from 'mediatel-lib/ports';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/**
 * The default policy.
 *
 * JsSIP would reconnect all clients of a lost server after exactly 2 s, and would never repeat a failed REGISTER.
 * Here the first tries are spread over 4.15 s (`steadyDelay`). An extension is registered again within 5 s after the
 * network returns.
 */
export const sipRetryPolicy: SipRetryPolicy = {
  socketDelay: steadyDelay([100, 4250], [4100, 4200]),
  registerDelay: () => randomDelay([1000, 6000]),
  refusedDelay: () => randomDelay([30_000, 60_000]),
  probeTimeout: 2000,
  // After sixteen failures within minutes, Chrome delays each WebSocket of a page by 1 to 5 s. That delay must not
  // count as silence.
  openTimeout: 6000,
  registerTimeout: 5000,
  onlineTimeout: 2500,
};
