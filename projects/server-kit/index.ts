export { ConfigError } from './config-error';
export { systemClock } from './clock';
export type { Cancel, Clock } from './clock';
export { Gate } from './gate';
export type { Passage } from './gate';
export type { Identity } from './identity';
export { ManualClock } from './manual-clock';
export { TokenBucket } from './token-bucket';
export { VouchCookie, cookieName, cookieSeconds } from './vouch-cookie';
