export { provideJsSipSoftphone } from './provide-jssip-softphone';
export { JsSipSoftphone } from './jssip-softphone';
export { sipRetryPolicy } from './signalling/sip-retry-policy';
