import { Injectable, computed, inject, signal } from '@angular/core';
import type { Contact, Note } from './contact';
import { matches } from './matches';
import { Notebook } from './notebook';
import { normaliseNumber } from '../kit/phone-number';

/** All contacts of the CRM, with their notes. There are none before `load()`. */
@Injectable({ providedIn: 'root' })
export class AddressBook {
  readonly #notebook = inject(Notebook);
  readonly #sample = signal<readonly Contact[]>([]);
  #loading: Promise<void> | null = null;

  readonly contacts = computed(() => {
    const notes = this.#notebook.notes();
    return this.#sample().map((contact) => {
      const own = notes[contact.id];
      return own ? { ...contact, notes: [...own, ...contact.notes] } : contact;
    });
  });

  /** The text to search for. It is kept here, so that it outlives the list. */
  readonly query = signal('');
  readonly found = computed(() => this.contacts().filter((contact) => matches(contact, this.query())));

  /** Loads the contacts once: the first page does not need them. Rejects if they can't be fetched; the next call tries again. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** The notes about a contact or about an unknown customer id, the newest first. */
  notesAbout(id: string): readonly Note[] {
    return this.byId(id)?.notes ?? this.#notebook.notes()[id] ?? [];
  }

  byId(id: string | null): Contact | null {
    return this.contacts().find((contact) => contact.id === id) ?? null;
  }

  byNumber(number: string | null): Contact | null {
    const wanted = normaliseNumber(number ?? '');
    if (wanted === '') return null;
    return this.contacts().find((contact) => contact.phones.includes(wanted)) ?? null;
  }

  async #load(): Promise<void> {
    try {
      const { sampleContacts } = await import('./sample-contacts');
      this.#sample.set(sampleContacts);
    } catch (error) {
      this.#loading = null;
      throw error;
    }
  }
}
