import { BreakpointObserver } from '@angular/cdk/layout';
import { Injectable, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { recall, remember } from '../kit/remembered';

export const phonePlaces = ['side', 'floating', 'across'] as const;

/** The phone's place: at the page's side, in a corner over the page, or across its whole width below. */
export type PhonePlaceName = (typeof phonePlaces)[number];

const key = 'verba.phone-place';

function stored(): PhonePlaceName {
  const value = recall(key);
  return phonePlaces.find((name) => name === value) ?? 'side';
}

/** The phone's place, chosen by the operator and kept in this browser. */
@Injectable({ providedIn: 'root' })
export class PhonePlace {
  readonly #chosen = signal(stored());
  // As in the shell's styles: on a small screen the phone has a page of its own.
  readonly #isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe('(width < 900px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );

  readonly chosen = this.#chosen.asReadonly();
  /** The present place. On a small screen it is always the side. */
  readonly place = computed(() => (this.#isNarrow() ? 'side' : this.#chosen()));

  choose(name: PhonePlaceName): void {
    this.#chosen.set(name);
    remember(key, name);
  }
}
