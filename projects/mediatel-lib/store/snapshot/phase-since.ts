import { type AgentPhase, type Snapshot, isTransientState } from 'mediatel-lib/protocol';
import type { Origin } from '../state/agent-actions';
import type { AgentState } from '../state/agent-state';

/**
 * When the phase began, by the server's clock.
 *
 * A passing state (`STATE_MUTE`, …) and the return from it carry times of their own: the pause or the after-call work that
 * they interrupt began before. Another pause, another call, and what a new connection says of a lasting state begin afresh.
 */
export function phaseSince(
  agent: AgentState,
  snapshot: Snapshot,
  phase: AgentPhase,
  callNumber: number | null,
  origin: Origin,
): number | null {
  const { state, time, pauseId } = snapshot;
  if (!agent.known || agent.phaseSince === null || phase !== agent.phase) return time;
  if (phase === 'paused' && pauseId !== agent.pauseId) return time;
  if (callNumber !== agent.callNumber) return time;
  // Seen first in a passing state, or by a clock that was set back since.
  if (!isTransientState(state) && time !== null && time < agent.phaseSince) return time;
  const isPassing = isTransientState(state) || (origin === 'live' && isTransientState(agent.state));
  return isPassing ? agent.phaseSince : time;
}
