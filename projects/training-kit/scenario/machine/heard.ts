import type { CustomerEvent } from './customer-event';
import type { CustomerState } from './customer-state';

/** What the customer knows after an event, before it is decided what follows from it. */
export function heard(state: CustomerState, event: CustomerEvent): CustomerState {
  const nowMs = Math.max(state.nowMs, event.atMs);
  const next = { ...state, nowMs };
  switch (event.type) {
    case 'speaks':
      return { ...next, speakingSinceMs: state.speakingSinceMs ?? event.atMs };
    case 'stops':
      // The end of speech is noticed later than it was.
      return { ...withSpoken(next, event.spokenMs, event.atMs), speakingSinceMs: null };
    case 'said':
      return state.line === 'none' ? next : { ...next, line: 'none', quietSinceMs: nowMs };
    case 'held':
      return state.heldSinceMs === null ? { ...withSpoken(next, Infinity, nowMs), heldSinceMs: nowMs } : next;
    case 'resumed':
      return {
        ...next,
        heldSinceMs: null,
        quietSinceMs: nowMs,
        speakingSinceMs: state.speakingSinceMs === null ? null : nowMs,
      };
    case 'muted':
      return { ...next, mutedSinceMs: event.muted ? (state.mutedSinceMs ?? nowMs) : null };
    case 'codeSaved':
      return { ...next, codes: [...state.codes, { id: event.id, name: event.name }] };
    default:
      return next;
  }
}

/**
 * Adds what the operator has just spoken to what was spoken in this turn. A customer on hold hears music, so nothing
 * counts then. `measuredMs`: how long the speech was. `endedMs`: when it ended.
 */
function withSpoken(state: CustomerState, measuredMs: number, endedMs: number): CustomerState {
  const since = state.speakingSinceMs;
  if (since === null || state.heldSinceMs !== null) return state;
  const from = Math.max(since, state.turnSinceMs);
  const spokenMs = Math.max(0, Math.min(measuredMs - (from - since), endedMs - from));
  return { ...state, spokenMs: state.spokenMs + spokenMs, quietSinceMs: Math.max(state.quietSinceMs, endedMs) };
}
