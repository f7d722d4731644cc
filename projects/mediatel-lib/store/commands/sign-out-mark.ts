import { Injectable } from '@angular/core';

const key = 'mediatel.sign-outs';

type Counts = Readonly<Record<string, number>>;

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
    this.#known = read();
  }

  /** The operator signs out now. */
  note(user: string): void {
    const counts = { ...read(), [user]: (read()[user] ?? 0) + 1 };
    this.#known = counts;
    // Forbidden or full storage: the tabs that are awake hear of it all the same.
    try {
      localStorage.setItem(key, JSON.stringify(counts));
    } catch {
      return;
    }
  }

  /** The sign-out was given up: nobody is to follow it. */
  take(): void {
    this.#known = read();
  }

  /** Whether the operator has signed out elsewhere since this tab signed in. */
  isPassed(user: string): boolean {
    return (read()[user] ?? 0) > (this.#known[user] ?? 0);
  }
}

function read(): Counts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isFinite(count))) as Counts;
  } catch {
    return {};
  }
}
