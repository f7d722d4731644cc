import { createSelector, createSelectorFactory, resultMemoize } from '@ngrx/store';
import { selectAgent } from '../state/agent-feature';
import type { AgentState } from '../state/agent-state';
import type { MediatelCall } from './call';
import { type CommandContext, commandRefusal } from './command-refusal';
import { type CommandName, type CommandRefusal, commandNames, forEachCommand } from '../state/command-status';
import type { CommandsState } from '../state/commands-state';
import { selectCommands } from '../state/commands-feature';
import { selectLink } from '../state/link-feature';
import type { LinkState } from '../state/link-state';
import { reconcile } from './reconcile';
import { selectSoftphone } from '../state/softphone-feature';
import { pauseNameOf } from '../state/pause-name';
import type { SoftphoneState } from '../state/softphone-state';

/** For every command, why it is not allowed now; `null` if it is. Disables a control and explains why. */
export type CommandRefusals = Readonly<Record<CommandName, CommandRefusal | null>>;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((entry, index) => entry === b[index]);

const sameCall = (a: MediatelCall | null, b: MediatelCall | null): boolean => {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a) as (keyof MediatelCall)[];
  return (
    keys.every((key) => key === 'disagreements' || a[key] === b[key]) && sameList(a.disagreements, b.disagreements)
  );
};

const sameRefusal = (a: CommandRefusal | null, b: CommandRefusal | null): boolean => {
  if (a === b) return true;
  if (a?.reason !== b?.reason || a === null || b === null) return false;
  return a.reason !== 'wrong-phase' || (b.reason === 'wrong-phase' && a.phase === b.phase);
};

const sameRefusals = (a: CommandRefusals, b: CommandRefusals): boolean =>
  commandNames.every((name) => sameRefusal(a[name], b[name]));

/** Selects whether the link to Mediatel is connected and has brought a snapshot, so that the state is up to date. */
export const selectIsSynced = /* @__PURE__ */ createSelector(
  selectLink,
  (link) => link.connection.status === 'connected' && link.synced,
);

/** Selects the operator's one call, reconciled from Mediatel and the phone; `null` if there is none. Emits only when it differs. */
export const selectCall = createSelectorFactory<object, MediatelCall | null>((projector) =>
  resultMemoize(projector, sameCall),
)(selectAgent, selectSoftphone, selectIsSynced, (agent: AgentState, softphone: SoftphoneState, synced: boolean) =>
  reconcile(agent, softphone, softphone.reconciledAt, synced),
);

/** Selects the state that decides whether commands are allowed. */
export const selectCommandContext = /* @__PURE__ */ createSelector(
  selectAgent,
  selectSoftphone,
  selectLink,
  selectCommands,
  (agent, softphone, link, commands): CommandContext => ({ agent, softphone, link, commands }),
);

/** Selects, for every command, why it is not allowed now; `null` if it is. Emits only when a refusal differs. */
export const selectCommandRefusals = createSelectorFactory<object, CommandRefusals>((projector) =>
  resultMemoize(projector, sameRefusals),
)(
  selectAgent,
  selectSoftphone,
  selectLink,
  selectCommands,
  (agent: AgentState, softphone: SoftphoneState, link: LinkState, commands: CommandsState): CommandRefusals => {
    const context = { agent, softphone, link, commands };
    return forEachCommand((name) => commandRefusal(context, name));
  },
);

/** Selects the name of the present pause, or its id if the list does not name it; `null` without a pause. */
export const selectPauseName = /* @__PURE__ */ createSelector(
  selectAgent,
  (agent) => pauseNameOf(agent) ?? agent.pauseId,
);
