import { Injectable, type Signal, signal } from '@angular/core';
import { type StoredPlace, storedPlaces, storedText } from 'mediatel-lib/ports';

const places = Object.values<StoredPlace>(storedPlaces).filter(({ ofCustomers }) => ofCustomers);
const traces = places.map((place) => ({ place, value: storedText(place) }));

/** The operator who owns the stored data, in this browser and in this tab. */
const owners = [storedText(storedPlaces.customersOf), storedText(storedPlaces.customersOfInTab)];
const mark = storedText(storedPlaces.customersForgotten);

/**
 * The customer data that an operator's work leaves in the browser: numbers called and typed, drafts, notes, the day's calls.
 *
 * A sign-out deletes it in every tab of the browser, so that another operator who signs in finds none of it.
 */
@Injectable({ providedIn: 'root' })
export class CustomerTraces {
  readonly #forgotten = signal(0);

  /** Counts how often the data was deleted. Whoever keeps customer data in memory must drop it at each change. */
  readonly forgotten: Signal<number> = this.#forgotten.asReadonly();

  constructor() {
    // No clean-up: the service lives as long as the page.
    mark.watch((isRemoved) => {
      if (!isRemoved) this.#forgetHere();
    });
  }

  /** Makes the operator who signed in the owner of the data from now on. Deletes another operator's data first. */
  belongTo(user: string): void {
    if (owners.some((owner) => (owner.read(null) ?? user) !== user)) this.forget();
    for (const owner of owners) owner.write(user);
  }

  /** Deletes all customer data, in this tab and the operator's other tabs. */
  forget(): void {
    for (const { place, value } of traces) if (!place.ofTab) value.remove();
    this.#forgetHere();
    // A different value each time: writing the same value fires no storage event.
    mark.write(`${Date.now()} ${Math.random()}`);
  }

  #forgetHere(): void {
    for (const { place, value } of traces) if (place.ofTab) value.remove();
    this.#forgotten.update((times) => times + 1);
  }
}
