import { inject } from '@angular/core';
import type { CallNote } from 'mediatel-lib';
import { AddressBook } from '../address-book/address-book';
import { Notebook } from '../address-book/notebook';
import { Session } from '../session/session';
import { OwedNotes } from './owed-notes';

/**
 * Stores a call's note on the card that the call raised. It has the call's trace id, which finds the recording.
 *
 * The training server gets it too: a scenario may want a note. The card has it whether the server takes it or not.
 */
export function keepCallNotes(): (note: CallNote) => void {
  const book = inject(AddressBook);
  const notebook = inject(Notebook);
  const session = inject(Session);
  const owed = inject(OwedNotes);
  return ({ callTraceID, number, callCustomerID, text }) => {
    const contact = book.byNumber(number) ?? book.byId(callCustomerID);
    const author = session.user()?.name ?? '';
    notebook.add(contact?.id ?? callCustomerID ?? strangers, { text, author, callTraceId: callTraceID });
    if (callTraceID !== null) owed.add(callTraceID, text);
  };
}

/** All unknown customers share one card. */
export const strangers = 'unknown';
