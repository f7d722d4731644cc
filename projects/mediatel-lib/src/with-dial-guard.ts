import { makeEnvironmentProviders } from '@angular/core';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { type DialGuard, MEDIATEL_DIAL_GUARD } from 'mediatel-lib/store';
import type { MediatelFeature } from './with-supervisor-feed';

/** The longest time (ms) that a guard may take: the operator waits for it. */
const longestLimit = 10_000;

/**
 * Lets the host veto or change a call before it is dialled: do-not-call lists, hours, consent.
 *
 * Every call from the desk, the facade, an action or another tab is checked once, in the tab in which it was given.
 * `guard` runs in an injection context. If it throws or takes longer than `limit` (ms, default 3000, at most 10000), the call
 * is refused; it is never dialled later. Throws `MediatelSetupError` if `limit` is out of range.
 */
export function withDialGuard(guard: DialGuard, { limit = 3000 }: { readonly limit?: number } = {}): MediatelFeature {
  if (!(limit > 0 && limit <= longestLimit)) {
    throw MediatelSetupError.badConfig('withDialGuard.limit', `should be 1 to ${longestLimit} ms, is ${limit}`);
  }
  return {
    providers: makeEnvironmentProviders([{ provide: MEDIATEL_DIAL_GUARD, useValue: { guard, limit } }]),
  };
}
