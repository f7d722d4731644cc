import type { ScenarioCall } from '../scenario';
import type { Turn } from '../turn';
import type { CustomerEffect } from './customer-effect';
import type { CustomerEvent } from './customer-event';
import type { CustomerState } from './customer-state';
import { chosenCode, dueAt, holds, lineEndsAt, patienceEndsAt } from './due';
import { effectsOfAction } from './effects-of-action';
import { heard } from './heard';
import { patienceLine } from './patience-line';

/** A state, and what is to be done on the way to it. */
export interface CustomerStep {
  readonly state: CustomerState;
  readonly effects: readonly CustomerEffect[];
}

/**
 * The scripted customer of a call: what an event leads to. Pure; one event leads through one branch at most.
 *
 * After `ended` it only says which turns and whether the end are reached.
 */
export function nextCustomerState(call: ScenarioCall, before: CustomerState, event: CustomerEvent): CustomerStep {
  const state = heard(before, event);
  if (event.type === 'ended') return afterCall(call, { ...state, status: 'over', line: 'none' });
  switch (before.status) {
    case 'over':
      return event.type === 'codeSaved' ? afterCall(call, state) : unchanged(state);
    case 'waiting':
      return event.type === 'begun' ? entered(call, begun(state), call.turns[0]?.id ?? 'end') : unchanged(state);
    case 'inTurn':
      return inTurn(call, before, state, event);
    case 'free':
    case 'leaving':
      return unchanged(state);
  }
}

const unchanged = (state: CustomerState): CustomerStep => ({ state, effects: [] });
const turnOf = (call: ScenarioCall, id: string | null): Turn | undefined => call.turns.find((turn) => turn.id === id);
const hangsUp = (turn: Turn): boolean => (turn.do ?? []).some((action) => 'hangUp' in action);
const begun = (state: CustomerState): CustomerState => ({ ...state, quietSinceMs: state.nowMs });

function inTurn(
  call: ScenarioCall,
  before: CustomerState,
  heardNow: CustomerState,
  event: CustomerEvent,
): CustomerStep {
  const turn = turnOf(call, heardNow.turn);
  if (turn === undefined) return finished({ ...heardNow, status: 'free' });
  const lineEnd = lineEndsAt(heardNow);
  const isLineOver = lineEnd !== null && heardNow.nowMs >= lineEnd;
  const state: CustomerState = isLineOver ? { ...heardNow, line: 'none', quietSinceMs: heardNow.nowMs } : heardNow;
  const isSaid = before.line === 'turn' && state.line === 'none';
  if (hangsUp(turn))
    return isSaid
      ? { state: { ...state, status: 'leaving' }, effects: [{ type: 'hangUp' }] }
      : waking(call, turn, state);
  const branch = (turn.next ?? []).find(({ when }) => holds(when, state, event, isSaid));
  if (branch !== undefined) return entered(call, state, branch.go);
  if ((turn.next ?? []).length === 0 && state.line === 'none') return finished({ ...state, status: 'free' });
  const patienceEnd = patienceEndsAt(call, turn, state);
  if (patienceEnd === null || state.nowMs < patienceEnd) return waking(call, turn, state);
  return saying(call, turn, state, 'patience');
}

/** The step into a turn, or to the end of the customer's part. */
function entered(call: ScenarioCall, state: CustomerState, id: string): CustomerStep {
  const effects: CustomerEffect[] = state.line === 'none' ? [] : [{ type: 'hush' }];
  const turn = turnOf(call, id);
  if (turn === undefined) return finished({ ...state, status: 'free', line: 'none' }, effects);
  const temper = (turn.do ?? []).reduce((now, action) => ('temper' in action ? action.temper : now), state.temper);
  const began: CustomerState = {
    ...state,
    ...{ status: 'inTurn', turn: id, turnSinceMs: state.nowMs, spokenMs: 0, line: 'none', temper },
  };
  effects.push(
    { type: 'turn', id },
    ...(turn.do ?? []).filter((action) => !('hangUp' in action)).flatMap(effectsOfAction),
  );
  return withEffects(
    effects,
    turn.say === undefined ? silentTurn(call, turn, began) : saying(call, turn, began, 'turn'),
  );
}

function silentTurn(call: ScenarioCall, turn: Turn, state: CustomerState): CustomerStep {
  if (hangsUp(turn)) return { state: { ...state, status: 'leaving' }, effects: [{ type: 'hangUp' }] };
  if ((turn.next ?? []).length === 0) return finished({ ...state, status: 'free' });
  return waking(call, turn, state);
}

function saying(call: ScenarioCall, turn: Turn, state: CustomerState, line: 'turn' | 'patience'): CustomerStep {
  const text = line === 'turn' ? (turn.say ?? '') : patienceLine;
  const say: CustomerEffect = { type: 'say', text, temper: state.temper, pitch: call.customer.pitch };
  return withEffects([say], waking(call, turn, { ...state, line, lineSinceMs: state.nowMs }));
}

/** Asks for the next moment at which something may follow from time alone. */
function waking(call: ScenarioCall, turn: Turn, state: CustomerState): CustomerStep {
  const dues = hangsUp(turn) ? [] : (turn.next ?? []).map(({ when }) => dueAt(when, state));
  const patienceEnd = hangsUp(turn) ? null : patienceEndsAt(call, turn, state);
  const times = [...dues, patienceEnd, lineEndsAt(state)].filter((due) => due !== null);
  return { state, effects: times.length > 0 ? [{ type: 'wakeAt', atMs: Math.min(...times) }] : [] };
}

/** The call is over. A branch on a call code leads on, and nothing is heard of it. */
function afterCall(call: ScenarioCall, state: CustomerState): CustomerStep {
  if (state.isFinished) return unchanged(state);
  const branches = turnOf(call, state.turn)?.next ?? [];
  if (!branches.some(({ when }) => 'codeChosen' in when)) return finished(state);
  for (const { when, go } of branches) {
    const used = chosenCode(when, state);
    if (used < 0) continue;
    const after: CustomerState = { ...state, codes: state.codes.toSpliced(used, 1) };
    if (turnOf(call, go) === undefined) return finished(after);
    return withEffects([{ type: 'turn', id: go }], afterCall(call, { ...after, turn: go }));
  }
  return unchanged(state);
}

function finished(state: CustomerState, effects: readonly CustomerEffect[] = []): CustomerStep {
  if (state.isFinished) return { state, effects };
  return { state: { ...state, isFinished: true }, effects: [...effects, { type: 'finished' }] };
}

const withEffects = (effects: readonly CustomerEffect[], step: CustomerStep): CustomerStep => ({
  state: step.state,
  effects: [...effects, ...step.effects],
});
