import { createSelector } from '@ngrx/store';
import type { PauseReason } from 'mediatel-lib/protocol';
import { selectAgent } from '../state/agent-feature';
import { selectCommands } from '../state/commands-feature';
import { forcePause } from './force-pause';
import { selectMissedCalls } from '../state/missed-calls-feature';
import { pauseLimit } from './pause-limit';
import { selectSoftphone } from '../state/softphone-feature';

/** Selects why the operator is on Force Pause and what to do first; `null` on any other pause or none. */
export const selectForcePause = /* @__PURE__ */ createSelector(
  selectAgent,
  selectSoftphone,
  selectMissedCalls,
  forcePause,
);

/** Selects the pause after the present call, with its name (its id if the list does not name it); `null` if none is planned. */
export const selectNextPause = /* @__PURE__ */ createSelector(
  selectAgent,
  selectCommands,
  ({ pauseList }, { nextPause }): PauseReason | null =>
    nextPause === null
      ? null
      : (pauseList.find(({ id }) => id === nextPause.pauseId) ?? { id: nextPause.pauseId, name: nextPause.pauseId }),
);

/**
 * Creates a selector of the present pause's time limit. `timeLeft` with `pauseWarning` gives the time left.
 *
 * @param limits The configuration's `pauseLimits`: seconds by the pause's name, or else by its id.
 */
export const createPauseLimitSelector = (limits: Readonly<Record<string, number>>) =>
  createSelector(selectAgent, (agent) => pauseLimit(agent, limits));
