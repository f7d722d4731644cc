import type { LanguageTag } from 'mediatel-lib/ui';
import type { TrainingRun } from '../../training-kit';
import type { ScenarioTitles } from './scenario-files';
import { trainerWords } from './trainer.words';

/** A run in one line: the scenario, how far it is, and its score. */
export function runWords(run: TrainingRun, titles: ScenarioTitles, tag: LanguageTag): string {
  const words = trainerWords[tag];
  const isOn = run.status === 'playing' || run.status === 'afterCall' || run.status === 'paused';
  return [
    titles.titleOf(run.scenario, tag),
    words.status[run.status],
    ...(isOn ? [words.callOf(run.call + 1)] : []),
    ...(isOn && run.turn !== null ? [words.turn(run.turn)] : []),
    ...(run.percent === null ? [] : [words.percent(run.percent)]),
  ].join(' · ');
}
