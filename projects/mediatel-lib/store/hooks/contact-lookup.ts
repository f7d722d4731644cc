import { InjectionToken } from '@angular/core';

/**
 * Finds the name of a phone number; `null` if the CRM knows none. Runs in an injection context; may throw or reject.
 *
 * `signal` is aborted when the answer does not count any more.
 */
export type ContactLookup = (phoneNumber: string, signal: AbortSignal) => string | null | Promise<string | null>;

/** A lookup, and how long (ms) it may take. */
export interface TimedContactLookup {
  /** The host's function. */
  readonly lookup: ContactLookup;
  /** How long (ms) one lookup may take. */
  readonly limit: number;
}

/** The lookup that `withContacts` provides. Default: `null`, none. */
export const MEDIATEL_CONTACT_LOOKUP = new InjectionToken<TimedContactLookup | null>('MEDIATEL_CONTACT_LOOKUP', {
  providedIn: 'root',
  factory: () => null,
});
