import { type AgentPhase, type Snapshot, isTransientState } from 'mediatel-lib/protocol';
import type { Origin } from '../state/agent-actions';
import type { AgentState } from '../state/agent-state';

/**
 * When the phase began, in server ms; `null` if unknown.
 *
 * A transient state (`STATE_MUTE`, …) and the return from it have their own times, but the pause or the after-call work that they
 * interrupt began earlier. Another pause, another call, and a lasting state on a new connection start a new time.
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
  // The phase was first seen in a transient state, or the server's clock was set back since.
  if (!isTransientState(state) && time !== null && time < agent.phaseSince) return time;
  const isPassing = isTransientState(state) || (origin === 'live' && isTransientState(agent.state));
  return isPassing ? agent.phaseSince : time;
}
