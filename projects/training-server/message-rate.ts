import { TokenBucket } from '../server-kit';

/** Seconds' worth of messages in a burst: a page that wakes from sleep sends many at once. */
const burstSeconds = 4;

/** Counts one socket's messages. */
export const messageRate = (perSecond: number, elapsed = (): number => performance.now()): TokenBucket =>
  new TokenBucket(perSecond, perSecond * burstSeconds, elapsed);
