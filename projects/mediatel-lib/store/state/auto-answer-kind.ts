import type { AutoAnswerKind } from 'mediatel-lib/ports';
import type { AgentState } from './agent-state';

/** The kind of the present call, as the operator's `ClientApp` distinguishes it. */
export function autoAnswerKind({ callDirection, phase }: Pick<AgentState, 'callDirection' | 'phase'>): AutoAnswerKind {
  // Only the operator's own call is dialled.
  if (phase === 'dialing' || callDirection === 'outgoing') return 'manual';
  if (callDirection === 'incoming') return 'inbound';
  return callDirection ?? 'other';
}
