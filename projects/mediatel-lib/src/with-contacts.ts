import { makeEnvironmentProviders } from '@angular/core';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { type ContactLookup, MEDIATEL_CONTACT_LOOKUP } from 'mediatel-lib/store';
import type { MediatelFeature } from './with-supervisor-feed';

/** The longest time (ms) that a lookup may take. */
const longestLimit = 30_000;

/**
 * Shows the CRM's names beside phone numbers in the desk.
 *
 * Each number is looked up once while its name is remembered: at most 500 numbers, for ten minutes. At most four lookups run
 * at a time, each for `limit` (ms, default 3000). Without an answer the number stands alone; it is tried again after a minute.
 * Throws `MediatelSetupError` if `limit` is out of range (1 to 30000).
 */
export function withContacts(
  lookup: ContactLookup,
  { limit = 3000 }: { readonly limit?: number } = {},
): MediatelFeature {
  if (!(limit > 0 && limit <= longestLimit)) {
    throw MediatelSetupError.badConfig('withContacts.limit', `should be 1 to ${longestLimit} ms, is ${limit}`);
  }
  return { providers: makeEnvironmentProviders([{ provide: MEDIATEL_CONTACT_LOOKUP, useValue: { lookup, limit } }]) };
}
