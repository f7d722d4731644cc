import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

/** Enough calls for a shift; the oldest are dropped. */
const capacity = 500;

/** The stored ids; `null` if nothing is stored or the storage can't be read. */
const kept = storedValue(storedPlaces.handedContacts, (stored): readonly string[] | null =>
  Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : null,
);

/**
 * Remembers which calls were handed to the CRM, by `callTraceID`, for all tabs of the browser.
 *
 * A tab that becomes the leading tab may still receive the end of a call that the former leading tab has handed over.
 */
@Injectable({ providedIn: 'root' })
export class ContactMemory {
  /** The calls of this tab, for a browser that stores nothing. */
  #own: readonly string[] = [];

  /** Records the call. Returns `false` if it was handed over before. */
  rememberCall(callTraceID: string): boolean {
    const handed = kept.read(null) ?? this.#own;
    if (handed.includes(callTraceID)) return false;
    this.#own = [...handed, callTraceID].slice(-capacity);
    // If storage is full or forbidden, at least this tab remembers.
    kept.write(this.#own);
    return true;
  }

  /** Removes the call after the host failed to take it, so that it may be handed over again. */
  forget(callTraceID: string): void {
    this.#own = (kept.read(null) ?? this.#own).filter((handed) => handed !== callTraceID);
    kept.write(this.#own);
  }
}
