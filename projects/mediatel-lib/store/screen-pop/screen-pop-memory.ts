import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { ScreenPopRequest } from '../state/screen-pop-request';

/** A shift's worth; the oldest are forgotten. */
const capacity = 500;

const kept = storedValue(storedPlaces.screenPops, (stored): readonly string[] =>
  Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [],
);

/** Of a call whose customer was raised before there was a page. */
const early = (callTraceID: string): string => `${callTraceID} early`;

/** Remembers for the browser session which calls' screens have popped, across reloads. */
@Injectable({ providedIn: 'root' })
export class ScreenPopMemory {
  #popped = kept.read([]);

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
    kept.write(this.#popped);
    return true;
  }
}
