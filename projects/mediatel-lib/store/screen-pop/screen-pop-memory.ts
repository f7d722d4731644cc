import { Injectable } from '@angular/core';
import type { ScreenPopRequest } from '../state/screen-pop-request';

const key = 'mediatel.screen-pops';
/** A shift's worth; the oldest are forgotten. */
const capacity = 500;

/** Of a call whose customer was raised before there was a page. */
const early = (callTraceID: string): string => `${callTraceID} early`;

/** Remembers for the browser session which calls' screens have popped, across reloads. */
@Injectable({ providedIn: 'root' })
export class ScreenPopMemory {
  #popped: string[] = this.#read();

  /** Whether the call's screen is still to be popped: once, and once more where its page comes after the customer's id. */
  isDue({ callTraceID, page }: ScreenPopRequest): boolean {
    if (this.#popped.includes(callTraceID)) return false;
    return page !== null || !this.#popped.includes(early(callTraceID));
  }

  /** Notes that it has popped; `false` if it was not due any more. */
  note(request: ScreenPopRequest): boolean {
    if (!this.isDue(request)) return false;
    const { callTraceID, page } = request;
    this.#popped = [...this.#popped, page === null ? early(callTraceID) : callTraceID].slice(-capacity);
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
