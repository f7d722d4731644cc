import { createSelector, createSelectorFactory, resultMemoize } from '@ngrx/store';
import { selectAgent } from '../state/agent-feature';
import type { AgentState } from '../state/agent-state';
import { allows } from './command-refusal';
import { selectCommands } from '../state/commands-feature';
import type { CommandsState } from '../state/commands-state';
import { muteTruth } from './mute-truth';
import { type NamedDisagreement, type RecoveryFacts, recoveryOf } from './named-disagreement';
import { selectCall } from './selectors';
import { selectSoftphone, softphoneFeature } from '../state/softphone-feature';
import type { SoftphoneState } from '../state/softphone-state';
import type { TimeLimit } from './time-limit';

const none: readonly NamedDisagreement[] = [];

const sameFacts = (a: RecoveryFacts, b: RecoveryFacts): boolean =>
  a.isRegistered === b.isRegistered &&
  a.isMuteAllowed === b.isMuteAllowed &&
  a.isHangUpUnanswered === b.isHangUpUnanswered;

/** Keeps the same object as long as no fact changes, so that dependent selectors don't run for every snapshot. */
const selectRepairFacts = /* @__PURE__ */ createSelectorFactory<object, RecoveryFacts>((projector) =>
  resultMemoize(projector, sameFacts),
)(
  selectAgent,
  selectSoftphone,
  selectCommands,
  (agent: AgentState, softphone: SoftphoneState, commands: CommandsState): RecoveryFacts => ({
    isRegistered: softphone.registration.status === 'registered',
    isMuteAllowed: allows(agent, 'CMD_MUTE'),
    isHangUpUnanswered: commands.statuses.hangUp.status === 'unanswered',
  }),
);

/** Selects the disagreements between server and phone, each with the command that solves it; empty if there are none. */
export const selectDisagreements = /* @__PURE__ */ createSelector(
  selectCall,
  selectRepairFacts,
  (call, facts): readonly NamedDisagreement[] =>
    call === null || call.disagreements.length === 0
      ? none
      : call.disagreements.map((kind) => ({ kind, recovery: recoveryOf(kind, facts) })),
);

/** Selects whether the operator is muted, and by whom; `null` outside of calls. */
export const selectMute = /* @__PURE__ */ createSelector(
  selectCall,
  softphoneFeature.selectSound,
  selectRepairFacts,
  muteTruth,
);

/** Selects the call's time limit; `null` before the conversation begins, or without a limit. `timeLeft` gives the time left. */
export const selectCallLimit = /* @__PURE__ */ createSelector(selectCall, (call): TimeLimit | null => {
  const since = call?.activeSince ?? null;
  const seconds = call?.maxCallDuration ?? 0;
  return since === null || seconds <= 0 ? null : { startedAt: since, seconds };
});
