import { inject } from '@angular/core';
import type { CallNote } from 'mediatel-lib';
import { AddressBook } from '../address-book/address-book';
import { Notebook } from '../address-book/notebook';
import { Session } from '../session/session';

/** Keeps what was written about a call on the card that the call raised, with the call's id, which its recording is found by. */
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

/** Those of whom nothing is known share one card. */
export const strangers = 'unknown';
