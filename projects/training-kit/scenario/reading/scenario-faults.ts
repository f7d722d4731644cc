import type { Scenario, ScenarioCall } from '../scenario';
import { didYouMean } from './did-you-mean';
import type { Fault, Path } from './scenario-problem';
import { textFaults } from './text-faults';
import { turnFaults } from './turn-faults';

/** What is wrong with a scenario of the right form. */
export function scenarioFaults(scenario: Scenario): Fault[] {
  const { languages, calls, limitSeconds } = scenario;
  const faults = textFaults(scenario);
  for (const [at, language] of languages.entries()) {
    if (languages.indexOf(language) < at)
      faults.push({ path: ['languages', at], message: `${language} is there twice` });
  }
  const waiting = calls.reduce((sum, { comesAfterSeconds }) => sum + comesAfterSeconds, 0);
  if (waiting >= limitSeconds) {
    const message = `the run ends before the last call: the calls come after ${waiting} s in all`;
    faults.push({ path: ['limitSeconds'], message });
  }
  return [...faults, ...calls.flatMap((call, at) => callFaults(call, ['calls', at]))];
}

function callFaults(call: ScenarioCall, path: Path): Fault[] {
  const { dialled, direction, missed, turns, expect } = call;
  const faults: Fault[] = [];
  if (dialled !== 'answers' && direction !== 'outgoing') {
    faults.push({ path: [...path, 'dialled'], message: 'only an outgoing call is dialled' });
  }
  if (missed && direction === 'outgoing') {
    faults.push({ path: [...path, 'missed'], message: 'only a call that comes to the operator can be missed' });
  }
  const isTalk = dialled === 'answers' && !missed;
  if (!isTalk && turns.length > 0) {
    const why = missed ? 'a missed call is never answered' : 'this customer never answers';
    faults.push({ path: [...path, 'turns'], message: `${why}, so there can be no turns` });
  }
  const ids = turns.map(({ id }) => id);
  for (const [at, { reaches, talkShare }] of expect.entries()) {
    const where = [...path, 'expect', at];
    if (reaches !== undefined && !ids.includes(reaches)) {
      const message = `there is no turn "${reaches}" in this call${didYouMean(reaches, ids)}`;
      faults.push({ path: [...where, 'reaches'], message });
    }
    if (talkShare !== undefined && talkShare.from > talkShare.to) {
      faults.push({ path: [...where, 'talkShare'], message: '"from" must not be more than "to"' });
    }
  }
  return [...faults, ...turnFaults(call, path)];
}
