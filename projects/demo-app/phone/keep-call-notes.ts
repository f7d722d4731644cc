import { inject } from '@angular/core';
import type { CallNote } from 'mediatel-lib';
import { AddressBook } from '../address-book/address-book';
import { Notebook } from '../address-book/notebook';
import { Session } from '../session/session';

/** Stores a call's note on the card that the call raised. It has the call's trace id, which finds the recording. */
export function keepCallNotes(): (note: CallNote) => void {
  const book = inject(AddressBook);
  const notebook = inject(Notebook);
  const session = inject(Session);
  return ({ callTraceID, number, callCustomerID, text }) => {
    const contact = book.byNumber(number) ?? book.byId(callCustomerID);
    const author = session.user()?.name ?? '';
    notebook.add(contact?.id ?? callCustomerID ?? strangers, { text, author, callTraceId: callTraceID });
  };
}

/** All unknown customers share one card. */
export const strangers = 'unknown';
