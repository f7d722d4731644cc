import { Injectable } from '@angular/core';

const key = 'mediatel.handed-contacts';
/** A shift's worth; the oldest are forgotten. */
const capacity = 500;

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
    const handed = read() ?? this.#own;
    if (handed.includes(callTraceID)) return false;
    this.#own = [...handed, callTraceID].slice(-capacity);
    // Storage may be full or forbidden; this tab remembers all the same.
    try {
      localStorage.setItem(key, JSON.stringify(this.#own));
    } catch {
      return true;
    }
    return true;
  }

  /** The host could not take it: it may be handed over again. */
  forget(callTraceID: string): void {
    this.#own = (read() ?? this.#own).filter((handed) => handed !== callTraceID);
    try {
      localStorage.setItem(key, JSON.stringify(this.#own));
    } catch {
      return;
    }
  }
}

/** What is stored; `null` where nothing is, or it can't be read. */
function read(): readonly string[] | null {
  // Forbidden storage throws when touched, and anybody may have written to it.
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(stored) ? stored.filter((entry): entry is string => typeof entry === 'string') : null;
  } catch {
    return null;
  }
}
