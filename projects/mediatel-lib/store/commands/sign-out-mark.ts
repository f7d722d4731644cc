import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

type Counts = Readonly<Record<string, number>>;

const countsOf = (stored: unknown): Counts => {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isFinite(count))) as Counts;
};

const kept = storedValue(storedPlaces.signOuts, countsOf);
/** The number of each operator's last sign-out that a call prevented. */
const keptGivenUp = storedValue(storedPlaces.signOutsGivenUp, countsOf);

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

  /** Another tab has noted the sign-out that this one goes through. */
  take(): void {
    this.#known = kept.read({});
  }

  /** The sign-out was given up for a call: no tab that was asleep is to follow it. */
  giveUp(user: string): void {
    const number = this.#known[user];
    if (number !== undefined) keptGivenUp.write({ ...keptGivenUp.read({}), [user]: number });
  }

  /** Whether the operator has signed out elsewhere since this tab signed in. */
  isPassed(user: string): boolean {
    const number = kept.read({})[user] ?? 0;
    return number > (this.#known[user] ?? 0) && number !== keptGivenUp.read({})[user];
  }
}
