import type { ReconnectPolicy } from 'mediatel-lib/ports';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/**
 * The default policy.
 *
 * The first tries of a site's operators are spread over 4.3 s, a little more than 2 % of them in each 100 ms
 * (`steadyDelay`). Later waits don't grow, since a waiting operator costs more than a try. A client is connected
 * within 8 s after the network returns, time-outs included.
 */
export const reconnectPolicy: ReconnectPolicy = {
  delay: steadyDelay([200, 4500], [4200, 4400]),
  delayOnline: () => randomDelay([0, 1000]),
  unauthorisedInterval: 5000,
  // After sixteen failures within minutes, Chrome delays each WebSocket of a page by 1 to 5 s. That delay must not
  // count as silence.
  connectTimeout: 6000,
  probeTimeout: 2000,
};
