import { Injectable, effect, inject, linkedSignal, untracked } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { CustomerTraces } from 'mediatel-lib/store';
import { MediatelOperator } from './operator';

const mostNumbers = 8;

const kept = storedValue(storedPlaces.recentNumbers, (stored): readonly string[] =>
  Array.isArray(stored) ? stored.filter((number) => typeof number === 'string').slice(0, mostNumbers) : [],
);

/** Numbers called in this browser session, the newest first. They end with the tab or the sign-out: they are customers' numbers. */
@Injectable({ providedIn: 'root' })
export class RecentNumbers {
  readonly #numbers = linkedSignal({ source: inject(CustomerTraces).forgotten, computation: () => kept.read([]) });

  readonly numbers = this.#numbers.asReadonly();

  constructor() {
    const { commands } = inject(MediatelOperator);
    // Told from the command, wherever it came from: the desk, or a click on a number in the CRM.
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
