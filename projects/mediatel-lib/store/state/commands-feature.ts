import { createFeature, createReducer, on } from '@ngrx/store';
import { CommandActions, CommandOutcomes } from './command-actions';
import type { CommandName, CommandStatus, ToggleName } from './command-status';
import { type CallCodeSaving, type CommandsState, initialCommandsState } from './commands-state';
import { SessionActions } from './session-actions';

const withStatus = (state: CommandsState, name: CommandName, status: CommandStatus): CommandsState => ({
  ...state,
  statuses: { ...state.statuses, [name]: status },
});

const idle: CommandStatus = { status: 'idle' };

const withSaving = (state: CommandsState, status: CallCodeSaving['status']): CommandsState =>
  state.callCodeSaving === null ? state : { ...state, callCodeSaving: { ...state.callCodeSaving, status } };

/** The reducer makes every transition of `CommandStatus`. */
export const commandsFeature = createFeature({
  name: 'mediatelCommands',
  reducer: createReducer(
    initialCommandsState,
    on(CommandOutcomes.commandRefused, (state, { command, refusal }): CommandsState => {
      const next = { ...state, lastRefusal: { command, refusal } };
      // A pending command stays pending: only the second press is refused.
      return state.statuses[command].status === 'pending'
        ? next
        : withStatus(next, command, { status: 'refused', refusal });
    }),
    on(CommandOutcomes.refusalWithdrawn, (state, { before }): CommandsState => ({ ...state, lastRefusal: before })),
    on(CommandOutcomes.dialCheckStarted, (state, { phoneNumber }): CommandsState => ({
      ...state,
      dialCheck: { phoneNumber },
    })),
    on(CommandOutcomes.dialCheckEnded, (state): CommandsState => ({ ...state, dialCheck: null })),
    on(CommandOutcomes.commandSent, (state, { given }): CommandsState => {
      const { [given.command.name as ToggleName]: _, ...wanted } = state.wanted;
      const next = withStatus({ ...state, wanted }, given.command.name, { status: 'pending', given });
      if (given.command.name !== 'saveCallCodes') return next;
      const { callTraceID, codeIds } = given.command;
      // Each tab counts calls for itself: this is the present tab's number, whichever tab gave the command.
      return { ...next, callCodeSaving: { callTraceID, callNumber: given.callNumber, codeIds, status: 'saving' } };
    }),
    on(CommandOutcomes.commandConfirmed, (state, { command }) =>
      withStatus(command.name === 'saveCallCodes' ? withSaving(state, 'saved') : state, command.name, idle),
    ),
    on(CommandOutcomes.commandOvertaken, (state, { command }) =>
      // Refused codes count as never saved.
      withStatus(command.name === 'saveCallCodes' ? { ...state, callCodeSaving: null } : state, command.name, idle),
    ),
    on(CommandOutcomes.callCodesUnconfirmed, (state, { callTraceID, callNumber, codeIds }) =>
      withStatus(
        { ...state, callCodeSaving: { callTraceID, callNumber, codeIds, status: 'unconfirmed' } },
        'saveCallCodes',
        idle,
      ),
    ),
    on(CommandOutcomes.commandUnanswered, (state, { command }): CommandsState => {
      const status = state.statuses[command.name];
      if (status.status !== 'pending') return state;
      const next = command.name === 'saveCallCodes' ? withSaving(state, 'unanswered') : state;
      return withStatus(next, command.name, { status: 'unanswered', given: status.given });
    }),
    on(CommandOutcomes.commandSurfaced, (state, { command }): CommandsState => {
      const status = state.statuses[command.name];
      if (status.status !== 'unanswered') return state;
      const next = command.name === 'saveCallCodes' ? withSaving(state, 'saved') : state;
      // Only a late call needs a decision of the operator. Other late effects are simply done.
      return withStatus(
        next,
        command.name,
        command.name === 'makeCall' ? { status: 'surfaced', given: status.given } : idle,
      );
    }),
    on(CommandOutcomes.toggleWanted, (state, { command, on: wanted }): CommandsState => ({
      ...state,
      wanted: { ...state.wanted, [command]: wanted },
    })),
    on(CommandOutcomes.commandsMirrored, (state, { commands }): CommandsState => ({ ...state, ...commands })),
    on(CommandOutcomes.nextPausePlanned, (state, { pauseId, sent }): CommandsState => ({
      ...state,
      nextPause: { pauseId, sent },
    })),
    on(CommandOutcomes.nextPauseDropped, (state): CommandsState => ({ ...state, nextPause: null })),
    on(CommandActions.dismissRefusal, (state): CommandsState => ({ ...state, lastRefusal: null })),
    on(SessionActions.signedOut, () => initialCommandsState),
  ),
});

/** Selects the state of the operator's commands. */
export const selectCommands = commandsFeature.selectMediatelCommandsState;
