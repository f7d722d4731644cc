import { phaseOf, snapshotChanges, type AgentPhase, type Snapshot } from 'mediatel-lib/protocol';
import type { AgentEvent, Origin } from '../state/agent-actions';
import type { AgentChanges, AgentState, ChangesDraft, ServerClock } from '../state/agent-state';
import { followCall } from './call-identity';
import { detailEvents } from './detail-events';
import { phaseSince } from './phase-since';
import { phaseEvents } from './phase-events';

export interface TranslateContext {
  readonly origin: Origin;
  /** Monotonic milliseconds. */
  readonly receivedAt: number;
}

/** What a snapshot changes in a state, and the events that follow; `changes` is `null` if there is nothing new. */
export interface Translation {
  readonly changes: AgentChanges | null;
  readonly events: readonly AgentEvent[];
}

/** How far (ms) the server's clock may drift from the stored one before it is stored again without any other change. */
const clockTolerance = 1000;

const noEvents: readonly AgentEvent[] = [];
const nothingNew: Translation = { changes: null, events: noEvents };

const hasDrifted = (clock: ServerClock | null, serverTime: number, receivedAt: number): boolean =>
  clock === null || Math.abs(serverTime - clock.serverTime - (receivedAt - clock.receivedAt)) > clockTolerance;

/** The phase after the snapshot. A transient state keeps the phase; if none is known, the status decides. */
function phaseAfter(agent: AgentState, { state, status }: Snapshot, origin: Origin): AgentPhase {
  const phase = phaseOf(state, status);
  if (phase !== null) return phase;
  if (agent.known && origin === 'live') return agent.phase;
  const byStatus = phaseOf('', status) ?? 'unknown';
  return byStatus === 'unknown' && agent.known ? agent.phase : byStatus;
}

/**
 * Derives what a snapshot changes in the agent state, and the events that follow. A pure function.
 *
 * The normal progress of the server's clock is no change. The clock is stored again with other changes, or if it drifted from the
 * stored one by more than 1 s.
 */
export function translate(agent: AgentState, snapshot: Snapshot, context: TranslateContext): Translation {
  const { origin, receivedAt } = context;
  const { serverTime } = snapshot;
  const projected = snapshotChanges(agent, snapshot);
  if (projected === null && agent.known) {
    return serverTime !== null && hasDrifted(agent.clock, serverTime, receivedAt)
      ? { changes: { clock: { serverTime, receivedAt } }, events: noEvents }
      : nothingNew;
  }

  const changes: ChangesDraft = projected ?? {};
  if (serverTime !== null) changes.clock = { serverTime, receivedAt };
  if (changes.mute !== undefined) changes.muteReceivedAt = receivedAt;

  const phase = phaseAfter(agent, snapshot, origin);
  if (!agent.known) changes.known = true;
  if (phase !== agent.phase || !agent.known) {
    changes.phase = phase;
    changes.phaseReceivedAt = receivedAt;
    if (phase !== 'unknown') changes.knownPhase = phase;
  }
  if (changes.phase !== undefined || changes.callTraceID !== undefined || changes.time !== undefined) {
    followCall(agent, phase, snapshot, changes);
  }

  const callNumber = changes.callNumber === undefined ? agent.callNumber : changes.callNumber;
  const since = phaseSince(agent, snapshot, phase, callNumber, origin);
  if (since !== agent.phaseSince) changes.phaseSince = since;
  const callTraceID = changes.knownCallTraceID === undefined ? agent.knownCallTraceID : changes.knownCallTraceID;
  const step = { before: agent, snapshot, changes, phase, callNumber, callTraceID, origin };
  const events: AgentEvent[] = [];
  phaseEvents(step, events);
  detailEvents(step, events);
  return { changes, events };
}
