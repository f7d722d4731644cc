import type { CustomerEnd } from '../media/call-audio';

/** A customer in conversation. Reading on returns `false` once they hang up. */
export interface Customer extends CustomerEnd {
  /** On hold a customer waits: neither answers the music nor asks whether anybody is there. */
  setWaiting(waiting: boolean): void;
}
