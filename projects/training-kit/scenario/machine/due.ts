import { isCode, type Condition } from '../condition';
import type { ScenarioCall } from '../scenario';
import type { Turn } from '../turn';
import type { CustomerEvent } from './customer-event';
import type { CustomerState } from './customer-state';

/** A line takes at most so long (ms). If its end is not reported by then, it counts as said. */
const longestLineMs = 60_000;

/** Since when nobody speaks and the customer is not on hold; `null` if somebody does or the customer is. */
function quietSince(state: CustomerState): number | null {
  const isQuiet = state.line === 'none' && state.speakingSinceMs === null && state.heldSinceMs === null;
  return isQuiet ? Math.max(state.quietSinceMs, state.turnSinceMs) : null;
}

/** When a condition holds by time alone, if nothing else happens; `null` if it does not. */
export function dueAt(when: Condition, state: CustomerState): number | null {
  const inTurn = (sinceMs: number | null, seconds: number): number | null =>
    sinceMs === null ? null : Math.max(sinceMs, state.turnSinceMs) + seconds * 1000;
  if ('after' in when) return inTurn(state.turnSinceMs, when.after);
  if ('silence' in when) return inTurn(quietSince(state), when.silence);
  if ('held' in when) return inTurn(state.heldSinceMs, when.held);
  if ('muted' in when) return inTurn(state.mutedSinceMs, when.muted);
  if ('speaking' in when && state.heldSinceMs === null) return inTurn(state.speakingSinceMs, when.speaking);
  return null;
}

/** Whether a condition holds now, of a call that lasts. `event` has just come. */
export function holds(when: Condition, state: CustomerState, event: CustomerEvent, isSaid: boolean): boolean {
  if ('speech' in when) {
    const isSilent = state.speakingSinceMs === null && state.heldSinceMs === null;
    return isSilent && state.line === 'none' && state.spokenMs >= when.speech * 1000;
  }
  if ('said' in when) return isSaid;
  if ('resumed' in when) return event.type === 'resumed';
  if ('tone' in when) return event.type === 'tone' && event.tone === when.tone;
  const due = dueAt(when, state);
  return due !== null && state.nowMs >= due;
}

/** The saved code that a condition waits for. */
export function chosenCode(when: Condition, state: CustomerState): number {
  if (!('codeChosen' in when)) return -1;
  const wanted = when.codeChosen;
  return state.codes.findIndex((code) => wanted === 'any' || wanted.some((each) => isCode(each, code)));
}

/** When the customer asks whether anybody is there. A turn with a branch on silence says itself what silence does. */
export function patienceEndsAt(call: ScenarioCall, turn: Turn, state: CustomerState): number | null {
  const since = quietSince(state);
  if (since === null || (turn.next ?? []).some(({ when }) => 'silence' in when)) return null;
  return since + call.customer.patienceSeconds * 1000;
}

/** When the present line counts as said, even if nobody reports it. */
export function lineEndsAt(state: CustomerState): number | null {
  return state.line === 'none' ? null : state.lineSinceMs + longestLineMs;
}
