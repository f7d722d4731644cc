import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

/** Ids of the codes by `callTraceID`, the newest last. */
type CodesByCall = ReadonlyMap<string, readonly string[]>;

/** The next call may ring before a call is handed over; older ones are dropped. */
const capacity = 5;

const isEntry = (entry: unknown): entry is [string, readonly string[]] =>
  Array.isArray(entry) &&
  typeof entry[0] === 'string' &&
  Array.isArray(entry[1]) &&
  entry[1].every((id) => typeof id === 'string');

const kept = storedValue(storedPlaces.sentCodes, (stored): readonly [string, readonly string[]][] =>
  Array.isArray(stored) ? stored.filter(isEntry) : [],
);

/**
 * Remembers which call codes were sent to Mediatel, for all tabs of the browser. A sign-out deletes it.
 *
 * A leading tab may close right after it sends codes. The next one may see the end of the call before it gets the message
 * about them. The storage is never late.
 */
@Injectable({ providedIn: 'root' })
export class SentCodes {
  /** Records the codes before they are sent. Returns a function that takes it back if they are not sent. */
  note(callTraceID: string, codeIds: readonly string[]): () => void {
    const before = this.of(callTraceID);
    this.#keep(callTraceID, codeIds);
    return () => {
      this.#keep(callTraceID, before);
    };
  }

  /** Ids of the codes that were sent for the call; `null` if none were sent, or if Mediatel refused them. */
  of(callTraceID: string): readonly string[] | null {
    return this.#read().get(callTraceID) ?? null;
  }

  /** Forgets the codes of a call after Mediatel refused them. */
  forget(callTraceID: string): void {
    if (this.of(callTraceID) !== null) this.#keep(callTraceID, null);
  }

  #read(): CodesByCall {
    return new Map(kept.read([]));
  }

  #keep(callTraceID: string, codeIds: readonly string[] | null): void {
    const calls = new Map(this.#read());
    calls.delete(callTraceID);
    if (codeIds !== null) calls.set(callTraceID, codeIds);
    // If storage is full or forbidden, the next leading tab has only the message.
    kept.write([...calls].slice(-capacity));
  }
}
