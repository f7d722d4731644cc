import type { CustomerEnd } from '../media/call-audio';

/** A customer in conversation. Reading returns `false` once they hang up. */
export interface Customer extends CustomerEnd {
  /** On hold a customer waits: they neither answer the music nor ask whether anybody is there. */
  setWaiting(waiting: boolean): void;
  /**
   * Whether a person plays this customer. A customer with this method goes on meanwhile, unheard; any other stands still.
   */
  setUnheard?(unheard: boolean): void;
}
