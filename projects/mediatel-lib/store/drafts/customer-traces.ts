import { Injectable, type Signal, signal } from '@angular/core';

/** What is kept of customers in the browser: by this tab alone, and by all of them. */
const keptByTab = ['mediatel-recent-numbers'];
const keptByAll = ['mediatel.call-drafts', 'mediatel-own-calls'];
/** Whose they are. */
const ownerKey = 'mediatel.customers-of';
/** Written when all is forgotten, so that other tabs hear of it. */
const forgottenKey = 'mediatel.customers-forgotten';

/** Forbidden storage throws when touched: nothing was kept in it either. */
function inStorage(does: () => void): void {
  try {
    does();
  } catch {
    return;
  }
}

/**
 * What operators leave behind of their customers: numbers called and typed, drafts, notes, the calls of the day.
 *
 * With the sign-out it is gone from every tab of the browser, and another operator who signs in finds none of it.
 */
@Injectable({ providedIn: 'root' })
export class CustomerTraces {
  readonly #forgotten = signal(0);

  /** Counts how often all was forgotten: what is kept in memory is gone with each. */
  readonly forgotten: Signal<number> = this.#forgotten.asReadonly();

  constructor() {
    // Lives as long as the page, as the service does.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === forgottenKey && newValue !== null) this.#forgetHere();
    });
  }

  /** The operator who signed in owns what is kept from now on; what was another's is gone. */
  belongTo(user: string): void {
    inStorage(() => {
      const isOthers = [localStorage, sessionStorage].some((kept) => (kept.getItem(ownerKey) ?? user) !== user);
      if (isOthers) this.forget();
      localStorage.setItem(ownerKey, user);
      sessionStorage.setItem(ownerKey, user);
    });
  }

  /** Forgets all, here and in the operator's other tabs. */
  forget(): void {
    inStorage(() => {
      for (const key of [...keptByAll, ownerKey]) localStorage.removeItem(key);
    });
    this.#forgetHere();
    // Another value each time: the same one again would be no event.
    inStorage(() => localStorage.setItem(forgottenKey, `${Date.now()} ${Math.random()}`));
  }

  #forgetHere(): void {
    inStorage(() => {
      for (const key of [...keptByTab, ownerKey]) sessionStorage.removeItem(key);
    });
    this.#forgotten.update((times) => times + 1);
  }
}
