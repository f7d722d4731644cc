import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { recall, remember } from '../kit/remembered';
import { Session } from '../session/session';

/** For whom there are hints. */
export type HintReader = 'operator' | 'supervisor';

const keys: Readonly<Record<HintReader, string>> = { operator: 'verba.hints', supervisor: 'verba.hints.supervisor' };

/** Which hints are open. They open by themselves on a role's first visit of this browser, and again when the person asks. */
@Injectable({ providedIn: 'root' })
export class HintMemory {
  readonly #session = inject(Session);
  readonly #asked = signal(0);

  /** Whose hints the signed-in person gets; `null` for none. */
  readonly reader = computed<HintReader | null>(() => {
    const role = this.#session.user()?.role;
    return role === 'operator' || role === 'supervisor' ? role : null;
  });
  readonly #open = linkedSignal(() => {
    const reader = this.reader();
    return reader !== null && recall(keys[reader]) === null;
  });

  readonly open = this.#open.asReadonly();
  /** How often the person wanted to see them again, since they were closed last. */
  readonly asked = this.#asked.asReadonly();

  /** Notes that they are on the screen: the next visit has none. */
  shown(): void {
    const reader = this.reader();
    if (reader !== null) remember(keys[reader], 'shown');
  }

  close(): void {
    this.#open.set(false);
    this.#asked.set(0);
  }

  showAgain(): void {
    this.#asked.update((times) => times + 1);
    this.#open.set(this.reader() !== null);
  }
}
