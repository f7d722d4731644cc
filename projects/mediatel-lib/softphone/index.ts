export { provideJsSipSoftphone } from './provide-jssip-softphone';
export { JsSipSoftphone } from './jssip-softphone';
export { MEDIATEL_SIP_RETRY_POLICY, sipRetryPolicy } from './signalling/sip-retry-policy';
export type { SipRetryPolicy } from './signalling/sip-retry-policy';
