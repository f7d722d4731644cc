import type { AgentPhase, Snapshot } from 'mediatel-lib/protocol';
import type { AgentState, CallDirection, ChangesDraft } from '../state/agent-state';
import { concernsCall } from '../state/call/call-phase';

const order: Readonly<Record<AgentPhase, number>> = {
  loggedOut: 0,
  available: 0,
  paused: 0,
  unknown: 0,
  dialing: 1,
  delivered: 2,
  talking: 3,
  held: 3,
  clerical: 4,
};

/**
 * Whether a snapshot in a call's phase is about another call than the state.
 *
 * Another id means another call. A step back (from talking to dialing) means another call too, unless the id is the same: the
 * snapshots in between were missed. Without any id, dialing after delivered is still the same call.
 */
function isAnotherCall(agent: AgentState, to: AgentPhase, id: string | null): boolean {
  if (agent.callNumber === null) return true;
  const known = agent.knownCallTraceID;
  if (id !== null && known !== null && id !== known) return true;
  if (order[to] >= order[agent.knownPhase]) return false;
  return id !== known || (id === null && agent.knownPhase !== 'delivered');
}

/**
 * Who began the call; `null` if unknown.
 *
 * A call that is delivered to an available operator came in, or Mediatel dialled it if automatic dialling is on. If the call is
 * first seen in any other way, nobody knows.
 */
function directionOf(agent: AgentState, to: AgentPhase, { predictiveStatus }: Snapshot): CallDirection | null {
  if (to === 'dialing') return 'outgoing';
  if (to !== 'delivered' || !agent.known || agent.phase !== 'available') return null;
  return predictiveStatus ? 'predictive' : 'incoming';
}

function beginCall(agent: AgentState, to: AgentPhase, snapshot: Snapshot, changes: ChangesDraft): void {
  const number = agent.callsSeen + 1;
  changes.callsSeen = number;
  changes.callNumber = number;
  changes.knownCallTraceID = snapshot.callTraceID;
  changes.callDirection = directionOf(agent, to, snapshot);
  changes.callAnswered = to === 'talking' || to === 'held';
  changes.callActiveSince = to === 'talking' ? snapshot.time : null;
}

function continueCall(agent: AgentState, to: AgentPhase, snapshot: Snapshot, changes: ChangesDraft): void {
  if (agent.knownCallTraceID === null && snapshot.callTraceID !== null) changes.knownCallTraceID = snapshot.callTraceID;
  if (!agent.callAnswered && (to === 'talking' || to === 'held')) changes.callAnswered = true;
  if (agent.callActiveSince === null && to === 'talking' && snapshot.time !== null) {
    changes.callActiveSince = snapshot.time;
  }
}

function forgetCall(changes: ChangesDraft): void {
  changes.callNumber = null;
  changes.knownCallTraceID = null;
  changes.callDirection = null;
  changes.callAnswered = false;
  changes.callActiveSince = null;
}

/** Begins, continues or ends the present call's number, id and clock. In an unknown phase they stay unchanged. */
export function followCall(agent: AgentState, to: AgentPhase, snapshot: Snapshot, changes: ChangesDraft): void {
  if (to === 'unknown') return;
  if (!concernsCall(to)) {
    if (agent.callNumber !== null) forgetCall(changes);
  } else if (isAnotherCall(agent, to, snapshot.callTraceID)) {
    beginCall(agent, to, snapshot, changes);
  } else {
    continueCall(agent, to, snapshot, changes);
  }
}
