import { Injectable, effect, inject, linkedSignal, untracked } from '@angular/core';
import { CustomerTraces } from 'mediatel-lib/store';
import { Operator } from './operator';

const key = 'mediatel-recent-numbers';
const kept = 8;

/** Numbers called in this browser session, the newest first. They end with the tab or the sign-out: they are customers' numbers. */
@Injectable({ providedIn: 'root' })
export class RecentNumbers {
  readonly #numbers = linkedSignal({ source: inject(CustomerTraces).forgotten, computation: () => read() });

  readonly numbers = this.#numbers.asReadonly();

  constructor() {
    const { commands } = inject(Operator);
    // Told from the command, wherever it came from: the desk, or a click on a number in the CRM.
    effect(() => {
      const { makeCall } = commands().statuses;
      if (makeCall.status !== 'pending' || makeCall.given.command.name !== 'makeCall') return;
      const { phoneNumber } = makeCall.given.command;
      untracked(() => this.#add(phoneNumber));
    });
  }

  #add(number: string): void {
    this.#numbers.update((numbers) => [number, ...numbers.filter((other) => other !== number)].slice(0, kept));
    try {
      sessionStorage.setItem(key, JSON.stringify(this.#numbers()));
    } catch {
      // Storage may be full or forbidden: the list then lasts as long as the page.
    }
  }
}

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((number) => typeof number === 'string').slice(0, kept) : [];
  } catch {
    // Forbidden, or not ours: begin anew.
    return [];
  }
}
