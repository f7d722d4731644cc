import type { Microphone, Registration } from 'mediatel-lib/ports';
import type { RecoveryAction } from './recovery-action';

/** Why a call could not be taken here, although Mediatel may send one. */
export type NotReadyReason = 'not-registered' | 'no-microphone';

/** How long (ms) an available operator may be not ready before being warned. */
export const notReadyGrace = 10_000;

/** What keeps the phone from taking a call now, the worst first; `null` where nothing does. */
export function notReadyReason(phone: {
  readonly registration: Registration;
  readonly microphone: Microphone;
}): NotReadyReason | null {
  if (phone.registration.status !== 'registered') return 'not-registered';
  return phone.microphone.status === 'ready' ? null : 'no-microphone';
}

export const notReadyRecovery = (notReady: NotReadyReason): RecoveryAction =>
  notReady === 'not-registered' ? { type: 'retryNow' } : { type: 'reopenMicrophone' };
