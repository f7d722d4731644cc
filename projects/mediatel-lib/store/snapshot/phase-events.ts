import { isKnownState } from 'mediatel-lib/protocol';
import { AgentActions, type AgentEvent } from '../state/agent-actions';
import { isCallPhase } from '../state/call/call-phase';
import { pauseNameOf } from '../state/pause-name';
import type { SnapshotTransition } from './snapshot-transition';

function leavingCall(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, snapshot, phase, origin } = step;
  const ended = isCallPhase(before.knownPhase) && (!isCallPhase(phase) || step.callNumber !== before.callNumber);
  const failedState = snapshot.state === 'STATE_MAKECALL_FAILED' && before.state !== 'STATE_MAKECALL_FAILED';
  if (!ended && !failedState) return;

  // The id may come only with the end.
  const callTraceID = step.callNumber === before.callNumber ? step.callTraceID : before.knownCallTraceID;
  const ofCall = { origin, callNumber: ended ? before.callNumber : null, callTraceID: ended ? callTraceID : null };
  const { callErrorID: errorID, callErrorText: errorText } = snapshot;
  // An error that was there before belongs to an earlier call.
  const fresh =
    (errorID !== null || errorText !== null) &&
    (failedState || errorID !== before.callErrorID || errorText !== before.callErrorText);
  const error = fresh ? { errorID, errorText } : { errorID: null, errorText: null };

  if (failedState || (fresh && !before.callAnswered)) events.push(AgentActions.callFailed({ ...ofCall, ...error }));
  if (ended) {
    const { callAnswered: answered, callActiveSince: activeSince } = before;
    events.push(AgentActions.callEnded({ ...ofCall, ...error, answered, activeSince }));
  }
}

function leaving(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, snapshot, phase, origin } = step;
  const from = before.knownPhase;
  leavingCall(step, events);
  const clericalOver = phase !== 'clerical' || step.callNumber !== before.callNumber;
  if (from === 'clerical' && clericalOver && before.callNumber !== null) {
    const { callNumber, knownCallTraceID: callTraceID, phaseSince: startedAt } = before;
    const endedAt = snapshot.time ?? snapshot.serverTime;
    events.push(AgentActions.clericalEnded({ origin, callNumber, callTraceID, startedAt, endedAt }));
  }
  if (from === 'paused' && phase !== 'paused') {
    events.push(AgentActions.pauseEnded({ origin, pauseId: before.pauseId }));
  }
  if (from === 'loggedOut' && phase !== 'loggedOut') {
    const { agentId, agentName, agentExt } = snapshot;
    events.push(AgentActions.loggedIn({ origin, agentId, agentName, agentExt }));
  }
}

function entering(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, snapshot, phase, origin, callNumber, callTraceID } = step;
  const ofCall = { origin, callNumber, callTraceID };
  const { ani } = snapshot;
  // Once per call, whatever happens in between.
  const alreadyStarted = callNumber === before.callNumber && before.callAnswered;
  const activeSince = step.changes.callActiveSince ?? null;
  switch (phase) {
    case 'loggedOut':
      events.push(AgentActions.loggedOut({ origin }));
      break;
    case 'available':
      events.push(AgentActions.becameAvailable({ origin }));
      break;
    case 'paused':
      events.push(AgentActions.pauseStarted({ origin, pauseId: snapshot.pauseId, pauseName: pauseNameOf(snapshot) }));
      break;
    case 'dialing':
      events.push(AgentActions.dialingStarted({ ...ofCall, ani }));
      break;
    case 'delivered': {
      const direction = step.changes.callDirection === undefined ? before.callDirection : step.changes.callDirection;
      events.push(AgentActions.callDelivered({ ...ofCall, ani, direction }));
      break;
    }
    case 'talking':
      if (alreadyStarted) events.push(AgentActions.callRetrieved(ofCall));
      else events.push(AgentActions.callStarted({ ...ofCall, ani, activeSince }));
      break;
    case 'held':
      if (!alreadyStarted) events.push(AgentActions.callStarted({ ...ofCall, ani, activeSince }));
      events.push(AgentActions.callHeld(ofCall));
      break;
    case 'clerical':
      if (callNumber !== null) events.push(AgentActions.clericalStarted({ origin, callNumber, callTraceID }));
      break;
  }
}

/** Adds the events of unknown states. Returns `false` if the phase is unknown, so that no other event can be derived. */
function unknown({ before, snapshot, phase, origin }: SnapshotTransition, events: AgentEvent[]): boolean {
  const { state, status } = snapshot;
  const another = state !== before.state || !before.known;
  if (phase === 'unknown') {
    if (another || before.phase !== 'unknown') {
      events.push(AgentActions.unknownStateEntered({ origin, state, status, phase }));
    }
    return false;
  }
  if (another && !isKnownState(state)) {
    events.push(AgentActions.unknownStateEntered({ origin, state, status, phase }));
  }
  if (before.phase === 'unknown') events.push(AgentActions.unknownStateLeft({ origin, phase }));
  return true;
}

/** Adds the events of the phases: of the one that is left, then of the one that is entered. Starts at the last known phase. */
export function phaseEvents(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, snapshot, phase, origin } = step;
  if (!unknown(step, events)) return;

  if (phase !== before.knownPhase || step.callNumber !== before.callNumber) {
    leaving(step, events);
    entering(step, events);
  } else if (snapshot.state === 'STATE_MAKECALL_FAILED') {
    leavingCall(step, events);
  }
  if (phase === 'paused' && before.knownPhase === 'paused' && snapshot.pauseId !== before.pauseId) {
    events.push(AgentActions.pauseChanged({ origin, pauseId: snapshot.pauseId, pauseName: pauseNameOf(snapshot) }));
  }
  const { loginErrorID: errorID, loginErrorText: errorText, loginAttempt: attempt } = snapshot;
  const newError = errorID !== before.loginErrorID || attempt !== before.loginAttempt;
  if (phase === 'loggedOut' && errorID !== null && newError) {
    events.push(AgentActions.loginFailed({ origin, errorID, errorText, attempt }));
  }
}
