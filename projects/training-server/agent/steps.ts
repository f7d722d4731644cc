import type { AgentEffect, Step, TransientState } from './agent-effect';
import { busyToneMs } from './agent-rules';
import {
  callErrors,
  initialAgentState,
  type AgentPhase,
  type AgentState,
  type Call,
  type CallError,
} from './agent-state';
import { forcePause } from './pause';

/** Steps of the machine that several events share. Each snapshot is sent before the voice follows, as documented. */

export const send = (state: AgentState, transient?: TransientState): AgentEffect => ({
  type: 'send',
  state,
  transient,
});

/** Nothing happens. The repeated snapshot shows the sender the present state. */
export function refuse(state: AgentState, what: string, reason: string): Step {
  return { state, effects: [{ type: 'refused', what, reason }, send(state)] };
}

/** Nothing changes and nothing is sent. */
export const ignore = (state: AgentState): Step => ({ state, effects: [] });

/** The state in another phase, which begins at `at`. */
export function move(state: AgentState, phase: AgentPhase, at: number, changes: Partial<AgentState> = {}): AgentState {
  return { ...state, ...changes, phase, since: at };
}

export const withCall = (state: AgentState, changes: Partial<Call>): AgentState =>
  state.call === null ? state : { ...state, call: { ...state.call, ...changes } };

/** Ends the voice, and the call's record if it is still open. */
function hangUp(state: AgentState, at: number, error: CallError | null = null): AgentEffect[] {
  const { call, phase } = state;
  if (call === null) return [];
  if (phase === 'clerical') return call.toneUntil === null ? [] : [{ type: 'end' }];
  return [{ type: 'saveEnd', traceId: call.traceId, at, error }, { type: 'end' }];
}

/** Available again, or on the pause that was requested meanwhile. */
export function toFree(state: AgentState, at: number, error = state.callError): Step {
  const changes = {
    call: null,
    wantedPauseId: null,
    pauseId: state.wantedPauseId,
    callError: error,
    lastCallAt: state.call === null ? state.lastCallAt : at,
  };
  const next = move(state, state.wantedPauseId === null ? 'idle' : 'paused', at, changes);
  return { state: next, effects: [send(next), ...hangUp(state, at, error)] };
}

/** On the pause “Force Pause”, after a call that the extension did not answer. */
export function toForcePause(state: AgentState, at: number, error = state.callError): Step {
  return toFree({ ...state, wantedPauseId: forcePause.id }, at, error);
}

/** Dialling failed: shown for a moment, then available or Force Pause. */
export function toFailed(state: AgentState, at: number, error: CallError): Step {
  const next = move(state, 'failed', at, { call: null, pauseId: null, callError: error });
  return { state: next, effects: [send(next), ...hangUp(state, at, error)] };
}

/** After-call work. With `tone` the operator hears the busy tone for a moment longer. */
export function toClerical(state: AgentState, at: number, error: CallError | null, tone = false): Step {
  const base = withCall(state, { toneUntil: tone ? at + busyToneMs : null });
  const next = move(base, 'clerical', at, { callError: error });
  const ending = hangUp(state, at, error).filter((effect) => !tone || effect.type !== 'end');
  return { state: next, effects: [send(next), ...ending] };
}

/** Logged out. The count of log-in attempts goes on. */
export function toLoggedOut(state: AgentState, at: number, changes: Partial<AgentState> = {}): Step {
  const next = { ...initialAgentState, loginAttempt: state.loginAttempt, ...changes };
  return { state: next, effects: [send(next), ...hangUp(state, at, callErrors.lineLost)] };
}
