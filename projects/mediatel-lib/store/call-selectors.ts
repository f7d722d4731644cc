import { createSelector } from '@ngrx/store';
import { muteTruth } from './mute-truth';
import { type NamedDisagreement, repairOf } from './named-disagreement';
import { selectCall, selectCommandContext } from './selectors';
import type { TimeLimit } from './time-limit';

const none: readonly NamedDisagreement[] = [];

/** Where server and phone differ for longer than the grace, each with what mends it. */
export const selectDisagreements = createSelector(
  selectCall,
  selectCommandContext,
  (call, context): readonly NamedDisagreement[] =>
    call === null || call.disagreements.length === 0
      ? none
      : call.disagreements.map((kind) => ({ kind, repair: repairOf(kind, context) })),
);

/** Whether the operator can be heard, and by whom not; `null` outside of calls. */
export const selectMute = createSelector(selectCall, selectCommandContext, muteTruth);

/** How long the call may last; `null` where it is not talked in yet or has no limit. Ticked by `timeLeft`. */
export const selectCallLimit = createSelector(selectCall, (call): TimeLimit | null => {
  const since = call?.activeSince ?? null;
  const seconds = call?.maxCallDuration ?? 0;
  return since === null || seconds <= 0 ? null : { since, seconds };
});
