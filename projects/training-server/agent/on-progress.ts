import type { CallProgress, CustomerFailure } from '../telephony/telephony';
import type { AgentEffect, Step } from './agent-effect';
import { callErrors, type AgentState, type Call, type CallError } from './agent-state';
import { ignore, move, send, toClerical, toFailed, toForcePause, toFree, withCall } from './steps';

const customerErrors: Readonly<Record<CustomerFailure, CallError>> = {
  busy: callErrors.customerBusy,
  'no-answer': callErrors.customerSilent,
  'invalid-number': callErrors.invalidNumber,
};

/** A report of telephony on the present call. A report on another call, or after the call, changes nothing. */
export function onProgress(state: AgentState, traceId: string, progress: CallProgress, at: number): Step {
  const { call, phase } = state;
  if (call?.traceId !== traceId || phase === 'clerical') return ignore(state);
  switch (progress.type) {
    case 'operatorRinging':
    case 'recordingBegan':
      return ignore(state);
    case 'operatorAnswered':
      return operatorAnswered(state, call, at);
    case 'operatorFailed':
      return operatorFailed(state, call, at);
    case 'customerRinging':
      return phase === 'dialing' ? deliver(state, at) : ignore(state);
    case 'customerAnswered':
      return customerAnswered(state, at);
    case 'customerFailed':
      return customerFailed(state, progress.reason, at);
    case 'operatorDigit':
      return digit(state);
    case 'ended':
      return ended(state, call, progress.by, at);
  }
}

function operatorAnswered(state: AgentState, call: Call, at: number): Step {
  if (call.operatorUp) return ignore(state);
  const next = withCall(state, { operatorUp: true });
  if (call.direction === 'outgoing') return { state: next, effects: [{ type: 'dial' }] };
  const active = activate(next, at);
  return { state: active.state, effects: [{ type: 'connect' }, ...active.effects] };
}

function operatorFailed(state: AgentState, call: Call, at: number): Step {
  if (state.phase === 'active' || state.phase === 'held') return toClerical(state, at, callErrors.lineLost);
  if (call.direction === 'outgoing') return toFailed(state, at, callErrors.extensionSilent);
  return toForcePause(state, at, callErrors.extensionSilent);
}

function deliver(state: AgentState, at: number): Step {
  const next = move(state, 'delivered', at);
  return { state: next, effects: [send(next)] };
}

function activate(state: AgentState, at: number): Step {
  const next = move(withCall(state, { answeredAt: at }), 'active', at);
  return { state: next, effects: [...saveAnswer(next, at), send(next)] };
}

function saveAnswer({ call }: AgentState, at: number): AgentEffect[] {
  return call ? [{ type: 'saveAnswer', traceId: call.traceId, at }] : [];
}

function customerAnswered(state: AgentState, at: number): Step {
  if (state.phase === 'delivered') return activate(state, at);
  return state.phase === 'dialing' ? after(deliver(state, at), (next) => activate(next, at)) : ignore(state);
}

function customerFailed(state: AgentState, reason: CustomerFailure, at: number): Step {
  const error = customerErrors[reason];
  if (state.phase === 'active' || state.phase === 'held') return toClerical(state, at, error);
  if (reason === 'invalid-number') return toFailed(state, at, error);
  const delivered = state.phase === 'dialing' ? deliver(state, at) : ignore(state);
  return after(delivered, (next) => toClerical(next, at, error, true));
}

function digit(state: AgentState): Step {
  if (state.phase === 'active') return { state, effects: [send(state, 'STATE_DIALPAD'), send(state)] };
  return state.phase === 'held' ? { state, effects: [send(state, 'STATE_HOLD_DIALPAD'), send(state)] } : ignore(state);
}

function ended(state: AgentState, call: Call, by: 'operator' | 'customer' | 'server', at: number): Step {
  if (state.phase === 'active' || state.phase === 'held') {
    return toClerical(state, at, by === 'server' ? callErrors.lineLost : null);
  }
  if (call.direction !== 'outgoing') {
    return toFree(state, at, by === 'customer' ? callErrors.callerGaveUp : callErrors.lineLost);
  }
  if (state.phase === 'delivered' && call.operatorUp) return toClerical(state, at, null);
  return by === 'operator' ? toFree(state, at) : toFailed(state, at, callErrors.lineLost);
}

function after(step: Step, then: (state: AgentState) => Step): Step {
  const next = then(step.state);
  return { state: next.state, effects: [...step.effects, ...next.effects] };
}
