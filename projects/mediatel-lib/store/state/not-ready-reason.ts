import type { Microphone, Registration } from 'mediatel-lib/ports';
import type { RecoveryAction } from './recovery-action';

/** Why the phone can't take a call, although Mediatel may deliver one. */
export type NotReadyReason = 'not-registered' | 'no-microphone';

/** How long (ms) the phone of an available operator may be not ready before the desk warns. */
export const notReadyGrace = 10_000;

/** Why the phone can't take a call now, the worst reason first; `null` if it can. */
export function notReadyReason(phone: {
  readonly registration: Registration;
  readonly microphone: Microphone;
}): NotReadyReason | null {
  if (phone.registration.status !== 'registered') return 'not-registered';
  return phone.microphone.status === 'ready' ? null : 'no-microphone';
}

/** The command that may make the phone ready again. */
export const notReadyRecovery = (notReady: NotReadyReason): RecoveryAction =>
  notReady === 'not-registered' ? { type: 'retryNow' } : { type: 'reopenMicrophone' };
