import { FRAME_MS } from '../media/frame-clock';
import type { Customer } from './customer';

/** Late enough to be distinguished from the speaker's own voice. */
const DELAY_MS = 200;

/** A customer who repeats everything they hear. */
export function echo(): Customer {
  const underway: Int16Array[] = [];
  return {
    hear(frame) {
      underway.push(frame.slice());
    },
    read(frame) {
      const heard = underway.length > DELAY_MS / FRAME_MS ? underway.shift() : undefined;
      if (heard) frame.set(heard);
      else frame.fill(0);
      return true;
    },
    setWaiting() {
      underway.length = 0;
    },
  };
}
