import type { Customer } from './customer';
import type { CustomerBehaviour } from './dial-plan';
import { echo } from './echo';
import { hangUpAfter } from './hang-up-after';
import { Talker } from './talker';
import { voiceOf, type Voice } from './voices';

/** The customer who answers at a number. */
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
