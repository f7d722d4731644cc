import { createSelector } from '@ngrx/store';
import { selectAgent } from '../state/agent-feature';
import { type AudioProblem, audioProblems } from './audio-problem';
import { selectSoftphone } from '../state/softphone-feature';
import type { NotReadyReason } from '../state/not-ready-reason';

const none: readonly AudioProblem[] = [];

/** What is wrong with the sound now, the worst first, each with what mends it. */
export const selectAudioProblems = createSelector(selectSoftphone, (softphone): readonly AudioProblem[] => {
  const found = audioProblems(softphone);
  return found.length === 0 ? none : found;
});

/** Why an available operator could not take a call; `null` before it has lasted `notReadyGrace`, and while not available. */
export const selectNotReady = createSelector(
  selectAgent,
  selectSoftphone,
  ({ phase }, { notReady }): NotReadyReason | null => (phase === 'available' ? notReady : null),
);
