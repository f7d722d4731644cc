import { Injectable } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

type Counts = Readonly<Record<string, number>>;

const countsOf = (stored: unknown): Counts => {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isFinite(count))) as Counts;
};

const kept = storedValue(storedPlaces.signOuts, countsOf);
/** For each operator, the count of the last sign-out that was given up because of a call. */
const keptGivenUp = storedValue(storedPlaces.signOutsGivenUp, countsOf);

/**
 * Counts each operator's sign-outs in this browser, in storage.
 *
 * A tab that was asleep or loading at the sign-out finds the count later. Messages between tabs reach only tabs that are awake.
 */
@Injectable({ providedIn: 'root' })
export class SignOutMark {
  /** The counts when this tab signed in. */
  #known: Counts = {};

  /** The operator signs in now: earlier sign-outs don't concern this tab. */
  begin(): void {
    this.#known = kept.read({});
  }

  /** Counts a sign-out of the operator that begins in this tab. */
  countSignOut(user: string): void {
    const counts = { ...kept.read({}), [user]: (kept.read({})[user] ?? 0) + 1 };
    this.#known = counts;
    // If storage is forbidden or full, tabs that are awake still get the message.
    kept.write(counts);
  }

  /** This tab takes part in a sign-out that another tab counted: it must not follow it once more. */
  joinSignOut(): void {
    this.#known = kept.read({});
  }

  /** The sign-out was given up because of a call: tabs that were asleep must not follow it. */
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
