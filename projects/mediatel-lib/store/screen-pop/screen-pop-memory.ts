import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { ScreenPopRequest } from '../state/screen-pop-request';

/** Enough calls for a shift; the oldest are dropped. */
const capacity = 500;

const kept = storedValue(storedPlaces.screenPops, (stored): readonly string[] =>
  Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [],
);

/** The entry of a call whose customer's id was requested before there was a page. */
const early = (callTraceID: string): string => `${callTraceID} early`;

/** Remembers which calls' screen pops were requested, for the browser session, across reloads. */
@Injectable({ providedIn: 'root' })
export class ScreenPopMemory {
  #popped = kept.read([]);

  /** Whether the call's screen pop is due: once, and once more if its page arrives after the customer's id. */
  isDue({ callTraceID, page }: ScreenPopRequest): boolean {
    if (this.#popped.includes(callTraceID)) return false;
    return page !== null || !this.#popped.includes(early(callTraceID));
  }

  /** Records the screen pop. Returns `false` if it was not due any more. */
  rememberScreenPop(request: ScreenPopRequest): boolean {
    if (!this.isDue(request)) return false;
    const { callTraceID, page } = request;
    this.#popped = [...this.#popped, page === null ? early(callTraceID) : callTraceID].slice(-capacity);
    // If storage is full or forbidden, at least this tab remembers.
    kept.write(this.#popped);
    return true;
  }
}
