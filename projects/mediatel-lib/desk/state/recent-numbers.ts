import { Injectable, effect, inject, linkedSignal, untracked } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { CustomerTraces } from 'mediatel-lib/store';
import { MediatelOperator } from './operator';

const mostNumbers = 8;

const kept = storedValue(storedPlaces.recentNumbers, (stored): readonly string[] =>
  Array.isArray(stored) ? stored.filter((number) => typeof number === 'string').slice(0, mostNumbers) : [],
);

/** Numbers dialled in this browser tab. They are customers' numbers, so the sign-out or the tab's end removes them. */
@Injectable({ providedIn: 'root' })
export class RecentNumbers {
  readonly #numbers = linkedSignal({ source: inject(CustomerTraces).forgotten, computation: () => kept.read([]) });

  /** At most eight numbers, the newest first. */
  readonly numbers = this.#numbers.asReadonly();

  constructor() {
    const { commands } = inject(MediatelOperator);
    // The command may come from the desk or from a click on a number in the CRM.
    effect(() => {
      const { makeCall } = commands().statuses;
      if (makeCall.status !== 'pending' || makeCall.given.command.name !== 'makeCall') return;
      const { phoneNumber } = makeCall.given.command;
      untracked(() => this.#add(phoneNumber));
    });
  }

  #add(number: string): void {
    this.#numbers.update((numbers) => [number, ...numbers.filter((other) => other !== number)].slice(0, mostNumbers));
    kept.write(this.#numbers());
  }
}
