import type { Step } from './agent-effect';
import type { AgentEvent, TimerName } from './agent-event';
import type { AgentRules } from './agent-rules';
import type { LoginFailure } from './login-failure';
import { callErrors, loginFailures, type AgentState } from './agent-state';
import { dueTimes, timerEffects } from './agent-timers';
import { onMakeCall, onOffer } from './on-call';
import { onNotStored } from './on-not-stored';
import { onProgress } from './on-progress';
import { onRequest } from './on-request';
import { ignore, refuse, send, toClerical, toForcePause, toFree, toLoggedOut, withCall } from './steps';

/**
 * The agent machine: every change of a farm process's state, and the effects.
 *
 * Pure and total: it never throws, whatever comes in whatever order. `at` is the server's clock in milliseconds.
 */
export function transition(rules: AgentRules, state: AgentState, event: AgentEvent, at: number): Step {
  const step = react(rules, state, event, at);
  return { state: step.state, effects: [...step.effects, ...timerEffects(rules, state, step.state, at)] };
}

function react(rules: AgentRules, state: AgentState, event: AgentEvent, at: number): Step {
  switch (event.type) {
    case 'makeCall':
      return onMakeCall(rules, state, event, at);
    case 'request':
      return onRequest(rules, state, event.request, at);
    case 'malformed':
      return event.login
        ? onLoginRefused(state, loginFailures.malformed, event.reason)
        : refuse(state, 'data', event.reason);
    case 'loginRefused':
      return onLoginRefused(state, event.failure, event.failure.errorText);
    case 'offer':
      return onOffer(state, event.offer, at);
    case 'notStored':
      return onNotStored(state, event.what, at);
    case 'progress':
      return onProgress(state, event.traceId, event.progress, at);
    case 'timer':
      // A timer that fired while it was being replaced has another `due`. The clock is not used, because it may be set
      // back.
      return dueTimes(rules, state).get(event.timer) === event.due ? onTimer(state, event.timer, at) : ignore(state);
    case 'takenOver':
      return onTakenOver(state, at);
    case 'abandoned':
      return state.operator ? toLoggedOut(state, at) : ignore(state);
  }
}

/** A process that never logged in is informed too: its connection ends, and nothing else would say why. */
function onTakenOver(state: AgentState, at: number): Step {
  const loginFailure = loginFailures.takenOver;
  if (state.operator) return toLoggedOut(state, at, { loginFailure });
  const next = { ...state, loginFailure };
  return { state: next, effects: [send(next)] };
}

function onLoginRefused(state: AgentState, loginFailure: LoginFailure, reason: string): Step {
  if (state.phase !== 'loggedOut') return refuse(state, 'data', reason);
  const next = { ...state, loginAttempt: state.loginAttempt + 1, loginFailure };
  return { state: next, effects: [{ type: 'refused', what: 'login', reason }, send(next)] };
}

function onTimer(state: AgentState, timer: TimerName, at: number): Step {
  switch (timer) {
    case 'failureShown':
      return state.callError?.id === callErrors.extensionSilent.id ? toForcePause(state, at) : toFree(state, at);
    case 'clerical':
    case 'leaveClerical':
      return toFree(state, at);
    case 'busyTone':
      return { state: withCall(state, { toneUntil: null }), effects: [{ type: 'end' }] };
    case 'predictive':
      return { state, effects: [{ type: 'predictiveWanted' }] };
    case 'callLimit':
      return toClerical(state, at, callErrors.tooLong);
  }
}
