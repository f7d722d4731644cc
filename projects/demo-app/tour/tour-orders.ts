import { Injectable, computed, inject, signal } from '@angular/core';
import { CustomerCalls } from '../calls/customer-calls';
import type { ServerRefusal } from '../calls/server-refusal';
import { Tour } from './tour';
import type { TourOrder } from './tour-texts';

const number = '0661234501';
const queue = 'IN_Support';
/** How long the phone's line is down, so that a call is missed (s). Shorter than the wait after which the desk takes a pause. */
const missedSeconds = 3;
/** How long the connection to Mediatel is down (s). */
const cutSeconds = 6;

/** What the tour orders from the training server: a step that needs a customer or a fault has a button for it. */
@Injectable({ providedIn: 'root' })
export class TourOrders {
  readonly #tour = inject(Tour);
  readonly #calls = inject(CustomerCalls);

  /** Whether an order is on its way. */
  readonly busy = signal(false);
  readonly refusal = signal<ServerRefusal | null>(null);

  /** What the present step may order; `null` if nothing. */
  readonly offered = computed<TourOrder | null>(() => {
    const { step, seen } = this.#tour.state();
    const obstacle = this.#tour.obstacle();
    const reachable = this.#tour.isReachable();
    if (obstacle === 'call') return 'call';
    if (obstacle !== null || seen > 0) return null;
    if (step === 'missed') return reachable ? 'missedCall' : null;
    if (step !== 'network') return null;
    if (this.#tour.situation() === 'call') return 'cut';
    return reachable ? 'call' : null;
  });

  async give(order: TourOrder): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    this.refusal.set(await this.#give(order));
    this.busy.set(false);
  }

  #give(order: TourOrder): Promise<ServerRefusal | null> {
    switch (order) {
      case 'call':
        return this.#calls.callMe(number, queue);
      case 'cut':
        return this.#calls.cutLine('mediatel', cutSeconds);
      case 'missedCall':
        return this.#missCall();
    }
  }

  async #missCall(): Promise<ServerRefusal | null> {
    return (await this.#calls.cutLine('sip', missedSeconds)) ?? (await this.#calls.callMe(number, queue));
  }
}
