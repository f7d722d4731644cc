import { Injectable, signal } from '@angular/core';
import { recall, remember } from '../kit/remembered';
import type { Note } from './contact';

type NotesByContact = Readonly<Record<string, readonly Note[]>>;

const key = 'verba.notes';

/** An id that no other note has. By `getRandomValues`, which a page without https has too. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');

function read(): NotesByContact {
  try {
    const stored: unknown = JSON.parse(recall(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as NotesByContact) : {};
  } catch {
    // Only another page at this origin can have written what doesn't parse. It is none of our notes.
    return {};
  }
}

/** The notes written in this browser, by contact, the newest first. */
@Injectable({ providedIn: 'root' })
export class Notebook {
  readonly #notes = signal(read());

  readonly notes = this.#notes.asReadonly();

  add(contactId: string, note: Omit<Note, 'id' | 'writtenAt'>): void {
    const written: Note = { ...note, id: newId(), writtenAt: new Date().toISOString() };
    this.#notes.update((notes) => ({ ...notes, [contactId]: [written, ...(notes[contactId] ?? [])] }));
    remember(key, JSON.stringify(this.#notes()));
  }
}
