import { createSelector } from '@ngrx/store';
import type { PauseReason } from 'mediatel-lib/protocol';
import { selectAgent } from '../state/agent-feature';
import { selectCommands } from '../state/commands-feature';
import { forcePause } from './force-pause';
import { selectMissedCalls } from '../state/missed-calls-feature';
import { pauseLimit } from './pause-limit';
import { selectSoftphone } from '../state/softphone-feature';

/** Why the operator is on Force Pause and what to do about it; `null` on any other pause and on none. */
export const selectForcePause = createSelector(selectAgent, selectSoftphone, selectMissedCalls, forcePause);

/** The pause that follows this call, by name; `null` where none was asked for. */
export const selectNextPause = createSelector(
  selectAgent,
  selectCommands,
  ({ pauseList }, { nextPause }): PauseReason | null =>
    nextPause === null
      ? null
      : (pauseList.find(({ id }) => id === nextPause.pauseId) ?? { id: nextPause.pauseId, name: nextPause.pauseId }),
);

/** Selects the limit of the present pause by the configuration's `pauseLimits`. Ticked by `timeLeft` with `pauseWarning`. */
export const createPauseLimitSelector = (limits: Readonly<Record<string, number>>) =>
  createSelector(selectAgent, (agent) => pauseLimit(agent, limits));
