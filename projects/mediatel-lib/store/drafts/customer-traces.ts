import { Injectable, type Signal, signal } from '@angular/core';
import { type StoredPlace, storedPlaces, storedText } from 'mediatel-lib/ports';

const places = Object.values<StoredPlace>(storedPlaces).filter(({ ofCustomers }) => ofCustomers);
const traces = places.map((place) => ({ place, value: storedText(place) }));

/** Whose they are. */
const owners = [storedText(storedPlaces.customersOf), storedText(storedPlaces.customersOfInTab)];
const mark = storedText(storedPlaces.customersForgotten);

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
    mark.watch((isRemoved) => {
      if (!isRemoved) this.#forgetHere();
    });
  }

  /** The operator who signed in owns what is kept from now on; what was another's is gone. */
  belongTo(user: string): void {
    if (owners.some((owner) => (owner.read(null) ?? user) !== user)) this.forget();
    for (const owner of owners) owner.write(user);
  }

  /** Forgets all, here and in the operator's other tabs. */
  forget(): void {
    for (const { place, value } of traces) if (!place.ofTab) value.remove();
    this.#forgetHere();
    // Another value each time: the same one again would be no event.
    mark.write(`${Date.now()} ${Math.random()}`);
  }

  #forgetHere(): void {
    for (const { place, value } of traces) if (place.ofTab) value.remove();
    this.#forgotten.update((times) => times + 1);
  }
}
