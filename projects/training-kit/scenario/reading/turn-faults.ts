import type { Condition } from '../condition';
import type { ScenarioCall } from '../scenario';
import type { Turn } from '../turn';
import { didYouMean } from './did-you-mean';
import { fastLoops } from './fast-loops';
import { neverBranches } from './never-branches';
import type { Fault, Path } from './scenario-problem';

/** Whether the customer ends the call in this turn. */
const hangsUp = (turn: Turn): boolean => (turn.do ?? []).some((each) => 'hangUp' in each);
const branchesOf = (turn: Turn) => turn.next ?? [];

/** What is wrong with the turns of a call, beyond their form: names, ways through them, branches. */
export function turnFaults(call: ScenarioCall, path: Path): Fault[] {
  const named = namesFaults(call.turns, path);
  const branches = call.turns.flatMap((turn, at) => branchFaults(turn, [...path, 'turns', at]));
  // With a wrong name every way through the turns would be wrong too.
  if (named.length > 0) return [...named, ...branches];
  const loops = fastLoops(call.turns).map(({ at, message }) => ({ path: [...path, 'turns', at, 'id'], message }));
  return [...wayFaults(call.turns, path), ...afterCallFaults(call.turns, path), ...loops, ...branches];
}

function namesFaults(turns: readonly Turn[], path: Path): Fault[] {
  const ids = turns.map(({ id }) => id);
  const faults: Fault[] = [];
  for (const [at, { id, next = [] }] of turns.entries()) {
    const where = [...path, 'turns', at];
    if (id === 'end') faults.push({ path: [...where, 'id'], message: '"end" is no name of a turn: it ends the part' });
    if (ids.indexOf(id) < at) faults.push({ path: [...where, 'id'], message: `there is already a turn "${id}"` });
    for (const [branch, { go }] of next.entries()) {
      if (go === 'end' || ids.includes(go)) continue;
      const message = `there is no turn "${go}" in this call${didYouMean(go, [...ids, 'end'])}`;
      faults.push({ path: [...where, 'next', branch, 'go'], message });
    }
  }
  return faults;
}

/** The turns that branches of some kind lead to, from the first one on. */
function reachedTurns(turns: readonly Turn[], counts: (when: Condition) => boolean): ReadonlySet<Turn> {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const reached = new Set<Turn>();
  const visit = (turn: Turn | undefined): void => {
    if (turn === undefined || reached.has(turn)) return;
    reached.add(turn);
    for (const { go, when } of branchesOf(turn)) if (counts(when)) visit(byId.get(go));
  };
  visit(turns[0]);
  return reached;
}

/** A turn that only a saved code leads to begins after the call. */
function afterCallFaults(turns: readonly Turn[], path: Path): Fault[] {
  const all = reachedTurns(turns, () => true);
  const inCall = reachedTurns(turns, (when) => !('codeChosen' in when));
  return turns.flatMap((turn, at): Fault[] => {
    if (inCall.has(turn) || !all.has(turn)) return [];
    const isMute = turn.say === undefined && (turn.do ?? []).length === 0;
    if (isMute && branchesOf(turn).every(({ when }) => 'codeChosen' in when)) return [];
    const message = `the call is over when the turn "${turn.id}" begins; it can only wait for "codeChosen"`;
    return [{ path: [...path, 'turns', at, 'id'], message }];
  });
}

function wayFaults(turns: readonly Turn[], path: Path): Fault[] {
  const reached = reachedTurns(turns, () => true);
  const ending = endingTurns(turns);
  return turns.flatMap((turn, at): Fault[] => {
    const where = [...path, 'turns', at];
    if (!reached.has(turn)) return [{ path: [...where, 'id'], message: `no branch leads to the turn "${turn.id}"` }];
    if (ending.has(turn)) return [];
    const loop = `this scenario can't end: from the turn "${turn.id}" every branch leads on to another turn`;
    return [{ path: [...where, 'id'], message: `${loop}; one must go to "end", or a turn must hang up` }];
  });
}

/** The turns from which the customer's part can end. A branch on a call code waits for the operator to end the call. */
function endingTurns(turns: readonly Turn[]): ReadonlySet<Turn> {
  const ending = new Set<Turn>();
  const ids = new Set<string>(['end']);
  for (let before = -1; before < ending.size;) {
    before = ending.size;
    for (const turn of turns) {
      const branches = branchesOf(turn);
      const isEnd = hangsUp(turn) || branches.length === 0;
      if (!isEnd && !branches.some(({ go, when }) => ids.has(go) || 'codeChosen' in when)) continue;
      ending.add(turn);
      ids.add(turn.id);
    }
  }
  return ending;
}

function branchFaults(turn: Turn, path: Path): Fault[] {
  const faults: Fault[] = [];
  for (const [at, { when }] of branchesOf(turn).entries()) {
    const where = [...path, 'next', at, 'when'];
    if ('said' in when && turn.say === undefined) {
      faults.push({ path: where, message: `"said" never holds: the turn "${turn.id}" says nothing` });
    }
    if (hangsUp(turn) && !('codeChosen' in when)) {
      faults.push({ path: where, message: 'never holds: the customer hangs up in this turn; only "codeChosen" can' });
    }
  }
  for (const { at, message } of neverBranches(branchesOf(turn).map(({ when }) => when))) {
    faults.push({ path: [...path, 'next', at, 'when'], message });
  }
  return faults;
}
