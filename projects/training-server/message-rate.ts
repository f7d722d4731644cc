import { TokenBucket } from '../server-kit';

/** How many seconds' worth of messages may come at once: a page that comes back from sleep has much to say. */
const burstSeconds = 4;

/** Counts one socket's messages. */
export const messageRate = (perSecond: number, elapsed = (): number => performance.now()): TokenBucket =>
  new TokenBucket(perSecond, perSecond * burstSeconds, elapsed);
