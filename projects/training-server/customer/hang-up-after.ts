import { FRAME_MS } from '../media/frame-clock';
import type { Customer } from './customer';

/** A customer who ends the call this long after answering it, whatever is said. */
export function hangUpAfter(customer: Customer, afterMs: number): Customer {
  let leftMs = afterMs;
  return {
    hear: (frame) => customer.hear(frame),
    setWaiting: (waiting) => customer.setWaiting(waiting),
    read(frame) {
      leftMs -= FRAME_MS;
      return customer.read(frame) && leftMs > 0;
    },
  };
}
