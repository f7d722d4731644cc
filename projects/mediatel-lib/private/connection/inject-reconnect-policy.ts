import { inject } from '@angular/core';
import { MEDIATEL_RECONNECT_POLICY, type ReconnectPolicy } from 'mediatel-lib/ports';
import { reconnectPolicy } from './reconnect-policy';

/** The default policy with the host's changes. Runs in an injection context. */
export const injectReconnectPolicy = (): ReconnectPolicy => ({
  ...reconnectPolicy,
  ...inject(MEDIATEL_RECONNECT_POLICY, { optional: true }),
});
