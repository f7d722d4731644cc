import type { AgentState } from '../state/agent-state';
import type { MissedCall } from '../state/missed-call';
import type { RecoveryAction } from '../state/recovery-action';
import type { SoftphoneState } from '../state/softphone-state';
import { pauseNameOf } from '../state/pause-name';
import { callErrors } from '../state/call/call-errors';
import { notReadyReason, notReadyRecovery } from '../state/not-ready-reason';

/** What the operator who was put on Force Pause is told: why, and what to do first. */
export interface ForcePause {
  /** The call whose delivery failed; `null` where it was not seen from here. */
  readonly missed: MissedCall | null;
  /** Mends what would cost the next call too; then, or where nothing is amiss, `endPause`. */
  readonly recovery: RecoveryAction;
}

/** Mediatel's name of the pause for an operator whose extension did not answer (documented). */
const isForcePauseName = (name: string | null | undefined): boolean => /^\s*force\s*pause\s*$/i.test(name ?? '');

export const isOnForcePause = (agent: AgentState): boolean => {
  if (agent.phase !== 'paused') return false;
  const name = pauseNameOf(agent);
  // The list offers pauses to take, and need not hold this one.
  return name === null ? agent.callErrorID === callErrors.extensionSilent : isForcePauseName(name);
};

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
