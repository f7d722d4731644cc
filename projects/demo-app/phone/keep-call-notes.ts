import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { CallNote } from 'mediatel-lib';
import { AddressBook } from '../address-book/address-book';
import { Notebook } from '../address-book/notebook';
import { Session } from '../session/session';

/**
 * Stores a call's note on the card that the call raised. It has the call's trace id, which finds the recording.
 *
 * The training server gets it too: a scenario may want a note. Without the server the card has it all the same.
 */
export function keepCallNotes(): (note: CallNote) => void {
  const book = inject(AddressBook);
  const notebook = inject(Notebook);
  const session = inject(Session);
  const http = inject(HttpClient);
  return ({ callTraceID, number, callCustomerID, text }) => {
    const contact = book.byNumber(number) ?? book.byId(callCustomerID);
    const author = session.user()?.name ?? '';
    notebook.add(contact?.id ?? callCustomerID ?? strangers, { text, author, callTraceId: callTraceID });
    if (callTraceID === null) return;
    http.post('/api/training/notes', { traceId: callTraceID, text }).subscribe({ error: () => undefined });
  };
}

/** All unknown customers share one card. */
export const strangers = 'unknown';
