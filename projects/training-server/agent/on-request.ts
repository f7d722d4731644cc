import type { AgentRequest } from 'mediatel-lib/protocol';
import { allowedRequests } from './allowed-requests';
import type { AgentEffect, Step } from './agent-effect';
import type { AgentRules } from './agent-rules';
import { callErrors, initialAgentState, type AgentState } from './agent-state';
import { ignore, move, refuse, send, toClerical, toFree, toLoggedOut, withCall } from './steps';

type PlainRequest = Exclude<AgentRequest, { type: 'makeCall' }>;
type Login = Extract<AgentRequest, { type: 'login' }>;

export function onRequest(rules: AgentRules, state: AgentState, request: PlainRequest, at: number): Step {
  if (!allowedRequests(state).includes(request.type))
    return refuse(state, request.type, `out of turn in ${state.phase}`);
  switch (request.type) {
    case 'login':
      return logIn(rules, state, request, at);
    case 'logout':
      return toLoggedOut(state, at);
    case 'exit':
      return toLoggedOut(state, at, { loginAttempt: 0 });
    case 'closeCall':
      return closeCall(state, at);
    case 'pause':
      return pause(rules, state, String(request.id), at);
    case 'predictive':
      return togglePredictive(state, at);
    case 'holdCall':
      return moveVoice(move(state, 'held', at), { type: 'hold' });
    case 'retrieveCall':
      return moveVoice(move(state, 'active', at), { type: 'retrieve' });
    case 'muteCall':
      return toggleMute(state);
    case 'resolutionSet':
      return setCode(state, String(request.id), at);
  }
}

function logIn(rules: AgentRules, state: AgentState, request: Login, at: number): Step {
  const loginAttempt = state.loginAttempt + 1;
  const answer = rules.authenticate(request.user, request.password, request.extension);
  if ('failure' in answer) {
    const next = { ...state, loginAttempt, loginFailure: answer.failure };
    return { state: next, effects: [{ type: 'refused', what: 'login', reason: answer.failure.errorText }, send(next)] };
  }
  const next = move(initialAgentState, 'idle', at, { operator: answer.operator, loginAttempt });
  return { state: next, effects: [{ type: 'loggedIn', operator: answer.operator }, send(next)] };
}

/** A call whose customer was not reached yet needs no after-call work. */
function closeCall(state: AgentState, at: number): Step {
  const { call } = state;
  if (call === null) return ignore(state);
  const unreached = call.direction === 'outgoing' && (state.phase === 'dialing' || !call.operatorUp);
  return unreached ? toFree(state, at) : toClerical(state, at, null);
}

function pause(rules: AgentRules, state: AgentState, id: string, at: number): Step {
  const ends = id === '0';
  if (!ends && !rules.pauses.some((known) => known.id === id)) {
    // The snapshot contains the list, for a client that requests a pause that is not in it.
    return {
      state,
      effects: [
        { type: 'refused', what: 'pause', reason: 'no such pause' },
        send(state, 'STATE_PAUSE_LIST'),
        send(state),
      ],
    };
  }
  if (state.call !== null) {
    const next = { ...state, wantedPauseId: ends ? null : id };
    return { state: next, effects: [send(next)] };
  }
  if (ends && state.phase !== 'paused') return refuse(state, 'pause', 'no pause to end');
  if (id === state.pauseId) return refuse(state, 'pause', 'already on that pause');
  return toFree({ ...state, wantedPauseId: ends ? null : id }, at);
}

function togglePredictive(state: AgentState, at: number): Step {
  const next = { ...state, predictiveSince: state.predictiveSince === null ? at : null };
  return { state: next, effects: [send(next, 'STATE_PREDICTIVE'), send(next)] };
}

function moveVoice(state: AgentState, effect: AgentEffect): Step {
  return { state, effects: [send(state), effect] };
}

function toggleMute(state: AgentState): Step {
  const muted = !(state.call?.muted ?? false);
  const next = withCall(state, { muted });
  return { state: next, effects: [{ type: 'setMuted', muted }, send(next, 'STATE_MUTE'), send(next)] };
}

function setCode(state: AgentState, id: string, at: number): Step {
  const { call, operator } = state;
  const code = call?.queue.callCodes.find((known) => known.ID === id);
  if (call === null || operator === null || code === undefined)
    return refuse(state, 'resolutionSet', 'no such call code in this queue');
  if (call.codeIds.includes(id)) return refuse(state, 'resolutionSet', 'this call code is set already');
  const save: AgentEffect = { type: 'saveCode', traceId: call.traceId, call, operator, code, at };
  // Clears the error of an earlier code that could not be stored.
  const callError = state.callError?.id === callErrors.notStored.id ? null : state.callError;
  if (!call.queue.multipleCallCodes) {
    const step = toFree(state, at, callError);
    return { state: step.state, effects: [save, ...step.effects] };
  }
  const next = withCall({ ...state, callError }, { codeIds: [...call.codeIds, id], codedAt: at });
  return { state: next, effects: [save, send(next)] };
}
