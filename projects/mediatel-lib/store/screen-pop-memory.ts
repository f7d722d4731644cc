import { Injectable } from '@angular/core';

const key = 'mediatel.screen-pops';
/** A shift's worth; the oldest are forgotten. */
const capacity = 500;

/** Remembers for the browser session which calls' screens have popped, across reloads. */
@Injectable({ providedIn: 'root' })
export class ScreenPopMemory {
  #popped: string[] = this.#read();

  /** Notes the call; `false` if it was noted before. */
  note(callTraceID: string): boolean {
    if (this.#popped.includes(callTraceID)) return false;
    this.#popped = [...this.#popped, callTraceID].slice(-capacity);
    // Storage may be full or forbidden; this tab remembers all the same.
    try {
      sessionStorage.setItem(key, JSON.stringify(this.#popped));
    } catch {
      return true;
    }
    return true;
  }

  #read(): string[] {
    // Forbidden storage throws when touched, and anybody may have written to it.
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [];
    } catch {
      return [];
    }
  }
}
