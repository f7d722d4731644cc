import { inject } from '@angular/core';
import { MEDIATEL_RECONNECT_POLICY, type ReconnectPolicy } from 'mediatel-lib/ports';
import { reconnectPolicy } from './reconnect-policy';

/** The policy that holds: the default, with what the host has set in its place. Runs in an injection context. */
export const injectReconnectPolicy = (): ReconnectPolicy => ({
  ...reconnectPolicy,
  ...inject(MEDIATEL_RECONNECT_POLICY, { optional: true }),
});
