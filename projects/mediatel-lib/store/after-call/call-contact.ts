import { InjectionToken } from '@angular/core';
import type { CallCode } from 'mediatel-lib/protocol';
import type { CallReport } from './call-report';

/** A finished call, for the CRM's own record of the contact. */
export interface CallContact {
  /** The call's id at Mediatel; `null` if Mediatel gave none. Store it: the recording is found by it. */
  readonly callTraceID: string | null;
  /** The customer's phone number, as Mediatel or else the SIP call gave it; `null` if unknown. */
  readonly number: string | null;
  /** The queue of the call; `null` if unknown. */
  readonly queueName: string | null;
  /** Mediatel's id of the customer; `null` if unknown. */
  readonly callCustomerID: string | null;
  /** The call codes, in the order in which they were saved. A code that is no longer in the list has its id as name. */
  readonly codes: readonly CallCode[];
  /** `saved`: Mediatel has the codes. `unconfirmed`: Mediatel may not have taken them. `none`: no codes were saved. */
  readonly codesAre: 'saved' | 'unconfirmed' | 'none';
  /** The operator's note, trimmed; empty if there is none. Mediatel has no field for it. */
  readonly note: string;
  /** What the phone measured and saw of the call. */
  readonly report: CallReport;
}

/**
 * Stores a finished call in the host's CRM. It may return a promise.
 *
 * If it throws, rejects or does not settle within 30 s, the draft is kept and the error goes to the `ErrorHandler`, once.
 */
export type CallContactHandler = (contact: CallContact) => unknown;

/**
 * The host's handler of finished calls, called once per call when its after-call work is over. Default: `null`, none.
 *
 * `{ provide: MEDIATEL_CALL_CONTACT_HANDLER, useFactory: () => { const crm = inject(Crm); return (contact) => crm.keep(contact); } }`
 */
export const MEDIATEL_CALL_CONTACT_HANDLER = new InjectionToken<CallContactHandler | null>(
  'MEDIATEL_CALL_CONTACT_HANDLER',
  {
    providedIn: 'root',
    factory: () => null,
  },
);
