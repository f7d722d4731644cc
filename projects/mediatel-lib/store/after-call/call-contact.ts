import { InjectionToken } from '@angular/core';
import type { CallCode } from 'mediatel-lib/protocol';

/** A call that is over, for the CRM's own record of the contact. */
export interface CallContact {
  /** Keep it: it addresses the recording. `null` where Mediatel gave none. */
  readonly callTraceID: string | null;
  readonly number: string | null;
  readonly queueName: string | null;
  readonly callCustomerID: string | null;
  readonly codes: readonly CallCode[];
  /** `unconfirmed`: Mediatel may not have taken the codes; `none`: none were saved. */
  readonly codesAre: 'saved' | 'unconfirmed' | 'none';
  /** What the operator wrote; Mediatel has no field for it. */
  readonly note: string;
}

export type CallContactHandler = (contact: CallContact) => void;

/**
 * Takes each call once, when it and its after-call work are over.
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
