import { InjectionToken } from '@angular/core';

/** A note an operator wrote in a call or after it. Mediatel has no field for it: it is the host's. */
export interface CallNote {
  /** The call's id at Mediatel, which the recording is found by; `null` where none came. */
  readonly callTraceID: string | null;
  readonly number: string | null;
  /** Mediatel's id of the customer. */
  readonly callCustomerID: string | null;
  readonly text: string;
}

/**
 * Takes each call's note once its after-call work is over. Without it the desk offers no note.
 *
 * `{ provide: CALL_NOTES, useFactory: () => { const crm = inject(Crm); return (note) => crm.addNote(note); } }`
 */
export const MEDIATEL_CALL_NOTES = new InjectionToken<(note: CallNote) => void>('CALL_NOTES');
