import type { CustomerEnd } from '../media/call-audio';
import type { CustomerBehaviour } from './dial-plan';
import { echo } from './echo';
import { hangUpAfter } from './hang-up-after';
import { Talker } from './talker';
import { voiceOf, type Voice } from './voices';

/** A customer in conversation. Reading on returns `false` once they hang up. */
export interface Customer extends CustomerEnd {
  /** On hold a customer waits: neither answers the music nor asks whether anybody is there. */
  setWaiting(waiting: boolean): void;
}

/** The customer who picks up at a number. */
export function customerAt(
  number: string,
  behaviour: CustomerBehaviour,
  voices: readonly Voice[],
  hangUpAfterMs: number,
): Customer {
  if (behaviour === 'echoes') return echo();
  const talker = new Talker(voiceOf(number, voices));
  return behaviour === 'hangsUp' ? hangUpAfter(talker, hangUpAfterMs) : talker;
}
