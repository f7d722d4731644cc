import { Injectable, inject } from '@angular/core';
import { MEDIATEL_CALL_CONTACT_HANDLER, MEDIATEL_CALL_NOTES } from 'mediatel-lib/store';

/** Whether there is anybody to hand a note to: without it the desk offers none. */
@Injectable({ providedIn: 'root' })
export class NoteDelivery {
  /** Whether a note would reach anybody. */
  readonly possible =
    inject(MEDIATEL_CALL_NOTES, { optional: true }) !== null || inject(MEDIATEL_CALL_CONTACT_HANDLER) !== null;
}
