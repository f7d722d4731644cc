import { inject } from '@angular/core';
import { MEDIATEL_SIP_RETRY_POLICY, type SipRetryPolicy } from 'mediatel-lib/ports';
import { sipRetryPolicy } from './sip-retry-policy';

/** The default policy with the host's changes. Runs in an injection context. */
export const injectSipRetryPolicy = (): SipRetryPolicy => ({
  ...sipRetryPolicy,
  ...inject(MEDIATEL_SIP_RETRY_POLICY, { optional: true }),
});
