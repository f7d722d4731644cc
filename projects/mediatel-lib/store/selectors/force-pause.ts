import type { AgentState } from '../state/agent-state';
import type { MissedCall } from '../state/missed-call';
import type { RecoveryAction } from '../state/recovery-action';
import type { SoftphoneState } from '../state/softphone-state';
import { pauseNameOf } from '../state/pause-name';
import { callErrors } from '../state/call/call-errors';
import { notReadyReason, notReadyRecovery } from '../state/not-ready-reason';

/** Why the operator is on Force Pause, and what to do first. */
export interface ForcePause {
  /** The missed call that led to it; `null` if this tab did not see it. */
  readonly missed: MissedCall | null;
  /** The command that makes the phone ready, or else the next call is missed too; if the phone is ready, `endPause`. */
  readonly recovery: RecoveryAction;
}

/** Whether this is Mediatel's name of the pause for an operator whose extension did not answer (documented). */
const isForcePauseName = (name: string | null | undefined): boolean => /^\s*force\s*pause\s*$/i.test(name ?? '');

/** Whether Mediatel has put the operator on Force Pause because the extension did not answer. */
export const isOnForcePause = (agent: AgentState): boolean => {
  if (agent.phase !== 'paused') return false;
  const name = pauseNameOf(agent);
  // The list holds the pauses that the operator may take; Force Pause may not be in it. Then the call's error decides.
  return name === null ? agent.callErrorID === callErrors.extensionSilent : isForcePauseName(name);
};

/** The operator's Force Pause with its missed call and its recovery; `null` on any other pause or none. */
export function forcePause(
  agent: AgentState,
  softphone: SoftphoneState,
  missed: readonly MissedCall[],
): ForcePause | null {
  if (!isOnForcePause(agent)) return null;
  const notReady = notReadyReason(softphone);
  return {
    missed: missed.findLast((card) => card.forcePause) ?? null,
    recovery: notReady === null ? { type: 'endPause' } : notReadyRecovery(notReady),
  };
}
