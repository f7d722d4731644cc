import { Injectable, inject } from '@angular/core';
import { CALL_CONTACT_HANDLER, CALL_NOTES } from 'mediatel-lib/store';

/** Whether there is anybody to hand a note to: without it the desk offers none. */
@Injectable({ providedIn: 'root' })
export class NoteDelivery {
  /** Whether a note would reach anybody. */
  readonly possible = inject(CALL_NOTES, { optional: true }) !== null || inject(CALL_CONTACT_HANDLER) !== null;
}
