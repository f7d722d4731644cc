import type { CustomerEnd } from '../media/call-audio';
import type { Customer } from './customer';

/**
 * A customer whose part a person can take over, and give back.
 *
 * The person replaces the customer both ways, and never ends the call: when they are gone, the customer goes on.
 */
export class StandIn implements Customer {
  /** Whether the customer's sound is lost before it reaches the server, whoever speaks. Lines go on meanwhile. */
  gone = false;
  #person: CustomerEnd | undefined;
  readonly #own: Customer;
  readonly #personNow: () => CustomerEnd | undefined;

  constructor(own: Customer, personNow: () => CustomerEnd | undefined) {
    this.#own = own;
    this.#personNow = personNow;
  }

  hear(frame: Int16Array): void {
    const person = this.#personNow();
    if ((person === undefined) !== (this.#person === undefined)) this.#own.setUnheard?.(person !== undefined);
    this.#person = person;
    person?.hear(frame);
    if (!person || this.#own.setUnheard) this.#own.hear(frame);
  }

  read(frame: Int16Array): boolean {
    const person = this.#person;
    const stays = person && !this.#own.setUnheard ? true : this.#own.read(frame);
    person?.read(frame);
    if (this.gone) frame.fill(0);
    return person ? true : stays;
  }

  setWaiting(waiting: boolean): void {
    this.#own.setWaiting(waiting);
  }
}
