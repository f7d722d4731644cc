import { inject } from '@angular/core';
import { MEDIATEL_SIP_RETRY_POLICY, type SipRetryPolicy } from 'mediatel-lib/ports';
import { sipRetryPolicy } from './sip-retry-policy';

/** The policy that holds: the default, with what the host has set in its place. Runs in an injection context. */
export const injectSipRetryPolicy = (): SipRetryPolicy => ({
  ...sipRetryPolicy,
  ...inject(MEDIATEL_SIP_RETRY_POLICY, { optional: true }),
});
