import { allowedRequests } from './allowed-requests';
import type { Step } from './agent-effect';
import { callErrors, type AgentState } from './agent-state';
import { refuse, send, toFailed, toFree } from './steps';

/** A call that could not be stored does not begin; a call code that could not be stored leaves clerical as it is. */
export function onNotStored(state: AgentState, what: 'makeCall' | 'offer' | 'resolutionSet', at: number): Step {
  const error = callErrors.notStored;
  if (what === 'resolutionSet' && state.phase === 'clerical') {
    const next = { ...state, callError: error };
    // A further try that fails shows as one: the same error again would be no change.
    const again = state.callError?.id === error.id ? [send({ ...state, callError: null })] : [];
    return { state: next, effects: [{ type: 'refused', what, reason: error.text }, ...again, send(next)] };
  }
  if (what === 'makeCall' && allowedRequests(state).includes('makeCall')) return toFailed(state, at, error);
  // Available anew, so that automatic dialling comes again.
  if (what === 'offer' && state.phase === 'idle') return toFree(state, at, error);
  return refuse(state, what, error.text);
}
