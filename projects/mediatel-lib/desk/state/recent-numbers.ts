import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { CustomerTraces } from 'mediatel-lib/store';
import { MediatelOperator } from './operator';

const mostNumbers = 8;

/** A number that was dialled, and when it was last (ms since the epoch; `null` if an older version stored it). */
interface RecentNumber {
  readonly number: string;
  readonly at: number | null;
}

function decode(stored: unknown): RecentNumber | null {
  // Older versions stored the numbers alone.
  if (typeof stored === 'string') return { number: stored, at: null };
  const { number, at } = { ...(stored as { readonly [Name in keyof RecentNumber]?: unknown } | null) };
  return typeof number === 'string' ? { number, at: typeof at === 'number' ? at : null } : null;
}

const kept = storedValue(storedPlaces.recentNumbers, (stored): readonly RecentNumber[] =>
  Array.isArray(stored)
    ? stored
        .map(decode)
        .filter((one) => one !== null)
        .slice(0, mostNumbers)
    : [],
);

/** Numbers dialled in this browser tab. They are customers' numbers, so the sign-out or the tab's end removes them. */
@Injectable({ providedIn: 'root' })
export class RecentNumbers {
  readonly #recent = linkedSignal({ source: inject(CustomerTraces).forgotten, computation: () => kept.read([]) });

  /** At most eight numbers, the newest first. */
  readonly numbers = computed<readonly string[]>(() => this.#recent().map(({ number }) => number));

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

  /** When a number was last dialled (ms since the epoch, this computer's clock); `null` if that is not known. */
  calledAt(number: string): number | null {
    return this.#recent().find((one) => one.number === number)?.at ?? null;
  }

  #add(number: string): void {
    const others = this.#recent().filter((one) => one.number !== number);
    this.#recent.set([{ number, at: Date.now() }, ...others].slice(0, mostNumbers));
    kept.write(this.#recent());
  }
}
