import { Injectable, inject } from '@angular/core';
import { MEDIATEL_CALL_CONTACT_HANDLER, MEDIATEL_CALL_NOTES } from 'mediatel-lib/store';

/** Whether the host takes notes. If it does not, the desk offers none. */
@Injectable({ providedIn: 'root' })
export class NoteDelivery {
  /** Whether the host provides `MEDIATEL_CALL_NOTES` or a handler of contacts. */
  readonly possible =
    inject(MEDIATEL_CALL_NOTES, { optional: true }) !== null || inject(MEDIATEL_CALL_CONTACT_HANDLER) !== null;
}
