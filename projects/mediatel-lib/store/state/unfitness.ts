import type { Microphone, Registration } from 'mediatel-lib/ports';
import type { Repair } from './repair';

/** Why a call could not be taken here, although Mediatel may send one. */
export type Unfitness = 'not-registered' | 'no-microphone';

/** How long (ms) an available operator may be unfit before being warned. */
export const unfitGrace = 10_000;

/** What keeps the phone from taking a call now, the worst first; `null` where nothing does. */
export function unfitness(phone: {
  readonly registration: Registration;
  readonly microphone: Microphone;
}): Unfitness | null {
  if (phone.registration.status !== 'registered') return 'not-registered';
  return phone.microphone.status === 'ready' ? null : 'no-microphone';
}

export const unfitnessRepair = (unfit: Unfitness): Repair =>
  unfit === 'not-registered' ? { does: 'retryNow' } : { does: 'reopenMicrophone' };
