import { createSelector } from '@ngrx/store';
import { selectAgent } from '../state/agent-feature';
import { type AudioProblem, audioProblems } from './audio-problem';
import { selectSoftphone } from '../state/softphone-feature';
import type { Unfitness } from '../state/unfitness';

const none: readonly AudioProblem[] = [];

/** What is wrong with the sound now, the worst first, each with what mends it. */
export const selectAudioProblems = createSelector(selectSoftphone, (softphone): readonly AudioProblem[] => {
  const found = audioProblems(softphone);
  return found.length === 0 ? none : found;
});

/** Why an available operator could not take a call; `null` before it has lasted `unfitGrace`, and while not available. */
export const selectUnfitness = createSelector(selectAgent, selectSoftphone, ({ phase }, { unfit }): Unfitness | null =>
  phase === 'available' ? unfit : null,
);
