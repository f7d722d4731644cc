import { allowedRequests } from './allowed-requests';
import type { Step } from './agent-effect';
import { callErrors, type AgentState } from './agent-state';
import { refuse, send, toFailed, toFree } from './steps';

/** A call that could not be stored does not begin. A call code that could not be stored leaves clerical unchanged. */
export function onNotStored(state: AgentState, what: 'makeCall' | 'offer' | 'resolutionSet', at: number): Step {
  const error = callErrors.notStored;
  if (what === 'resolutionSet' && state.phase === 'clerical') {
    const next = { ...state, callError: error };
    // Sends the state without the error first: otherwise a second failure with the same error would change nothing.
    const again = state.callError?.id === error.id ? [send({ ...state, callError: null })] : [];
    return { state: next, effects: [{ type: 'refused', what, reason: error.text }, ...again, send(next)] };
  }
  if (what === 'makeCall' && allowedRequests(state).includes('makeCall')) return toFailed(state, at, error);
  // Available again, so that automatic dialling goes on.
  if (what === 'offer' && state.phase === 'idle') return toFree(state, at, error);
  return refuse(state, what, error.text);
}
