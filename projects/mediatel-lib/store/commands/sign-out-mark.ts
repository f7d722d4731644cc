import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

type Counts = Readonly<Record<string, number>>;

const kept = storedValue(storedPlaces.signOuts, (stored): Counts => {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isFinite(count))) as Counts;
});

/**
 * How often each operator has signed out in this browser, kept where a tab finds it that was asleep, or still loading, when it happened.
 *
 * What tabs say to each other reaches only those that are awake.
 */
@Injectable({ providedIn: 'root' })
export class SignOutMark {
  /** What was known when this tab signed in. */
  #known: Counts = {};

  /** The operator signs in now: what was before is none of this tab's. */
  begin(): void {
    this.#known = kept.read({});
  }

  /** The operator signs out now. */
  note(user: string): void {
    const counts = { ...kept.read({}), [user]: (kept.read({})[user] ?? 0) + 1 };
    this.#known = counts;
    // Forbidden or full storage: the tabs that are awake hear of it all the same.
    kept.write(counts);
  }

  /** The sign-out was given up: nobody is to follow it. */
  take(): void {
    this.#known = kept.read({});
  }

  /** Whether the operator has signed out elsewhere since this tab signed in. */
  isPassed(user: string): boolean {
    return (kept.read({})[user] ?? 0) > (this.#known[user] ?? 0);
  }
}
