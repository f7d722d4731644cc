import { InjectionToken } from '@angular/core';

/** A note that the operator wrote during a call or after it. Mediatel has no field for it, so the host stores it. */
export interface CallNote {
  /** The call's id at Mediatel, by which the recording is found; `null` if none came. */
  readonly callTraceID: string | null;
  /** The customer's phone number; `null` if unknown. */
  readonly number: string | null;
  /** Mediatel's id of the customer; `null` if unknown. */
  readonly callCustomerID: string | null;
  /** The note, trimmed; never empty. */
  readonly text: string;
}

/**
 * The host's handler of notes, called once per note when the call's after-call work is over. Without it the desk offers no note.
 *
 * `{ provide: MEDIATEL_CALL_NOTES, useFactory: () => { const crm = inject(Crm); return (note) => crm.addNote(note); } }`
 */
export const MEDIATEL_CALL_NOTES = new InjectionToken<(note: CallNote) => void>('CALL_NOTES');
