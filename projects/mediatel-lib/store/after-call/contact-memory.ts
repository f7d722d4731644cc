import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

/** A shift's worth; the oldest are forgotten. */
const capacity = 500;

/** `null`: nothing is stored, or it can't be read. */
const kept = storedValue(storedPlaces.handedContacts, (stored): readonly string[] | null =>
  Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : null,
);

/**
 * Which calls were handed to the CRM, by `callTraceID`, in all tabs of the browser.
 *
 * A tab that comes to lead may still have the end of a call before it that the leader before it has handed over.
 */
@Injectable({ providedIn: 'root' })
export class ContactMemory {
  /** What this tab handed over, where nothing can be stored. */
  #own: readonly string[] = [];

  /** Notes the call; `false` where it was handed over before. */
  note(callTraceID: string): boolean {
    const handed = kept.read(null) ?? this.#own;
    if (handed.includes(callTraceID)) return false;
    this.#own = [...handed, callTraceID].slice(-capacity);
    // Storage may be full or forbidden; this tab remembers all the same.
    kept.write(this.#own);
    return true;
  }

  /** The host could not take it: it may be handed over again. */
  forget(callTraceID: string): void {
    this.#own = (kept.read(null) ?? this.#own).filter((handed) => handed !== callTraceID);
    kept.write(this.#own);
  }
}
