import { inject } from '@angular/core';
import { AddressBook } from '../address-book/address-book';

/** The name of the contact with this number, for the desk; `null` for a stranger. Needs an injection context. */
export async function nameOf(phoneNumber: string): Promise<string | null> {
  const book = inject(AddressBook);
  await book.load();
  return book.byNumber(phoneNumber)?.name.trim() || null;
}
