import { createSelector } from '@ngrx/store';
import { selectAgent } from '../state/agent-feature';
import { type AudioProblem, audioProblems } from './audio-problem';
import { selectSoftphone } from '../state/softphone-feature';
import type { NotReadyReason } from '../state/not-ready-reason';

const none: readonly AudioProblem[] = [];

/** Selects the present problems with the sound, the worst first, each with the command that solves it. */
export const selectAudioProblems = /* @__PURE__ */ createSelector(
  selectSoftphone,
  (softphone): readonly AudioProblem[] => {
    const found = audioProblems(softphone);
    return found.length === 0 ? none : found;
  },
);

/**
 * Selects why the phone of an available operator can't take a call.
 *
 * `null` until it has lasted `notReadyGrace` (10 s), and while the operator is not available.
 */
export const selectNotReady = /* @__PURE__ */ createSelector(
  selectAgent,
  selectSoftphone,
  ({ phase }, { notReady }): NotReadyReason | null => (phase === 'available' ? notReady : null),
);
