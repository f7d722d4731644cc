import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { EMPTY, type Observable, defer, delay, filter, from, map, mergeMap, of, timer } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CallDrafts } from '../drafts/call-drafts';
import { isSameCall } from '../state/call/call-key';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { commandVerdict } from '../commands/command-verdict';
import type { CommandVerdict } from '../commands/command-wire';
import { type CommandName, type CommandStatus, type GivenCommand, commandNames } from '../state/command-status';
import type { CommandsState } from '../state/commands-state';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

type Dispatcher = Pick<CommandDispatcher, 'context'>;
type ClericalEnd = ReturnType<typeof AgentActions.clericalEnded>;

/**
 * The last part (ms) of the wait for an answer. It begins when the rest is over: after a suspension of the page, the
 * messages that arrived meanwhile are read in it. An overdue timer may run before them.
 */
const lastPart = 100;

/** An end of clerical this close (ms) to its limit counts as a time-out. */
const timeOutMargin = 500;

function settle(status: CommandStatus, verdict: CommandVerdict): Action | null {
  if (status.status === 'idle' || status.status === 'refused') return null;
  const { command } = status.given;
  // As long as a late call lasts, the desk offers to end it.
  if (status.status === 'surfaced') {
    return verdict === 'confirmed' ? null : CommandOutcomes.commandOvertaken({ command });
  }
  if (verdict === 'waiting') return null;
  if (verdict === 'overtaken') return CommandOutcomes.commandOvertaken({ command });
  return status.status === 'pending'
    ? CommandOutcomes.commandConfirmed({ command })
    : CommandOutcomes.commandSurfaced({ command });
}

const isAnyGiven = (statuses: CommandsState['statuses']): boolean =>
  commandNames.some((name) => statuses[name].status !== 'idle' && statuses[name].status !== 'refused');

/** Our own error code (docs/protocol.md §4): the server has no room, nothing was stored, and clerical goes on. */
const notStored = '-231';

const isRefusedSaving = (action: Action): boolean =>
  action.type === AgentActions.agentChanged.type &&
  (action as ReturnType<typeof AgentActions.agentChanged>).changes.callErrorID === notStored;

/** Settles pending and unanswered commands by each changed snapshot. */
export const settleCommands = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Dispatcher = inject(CommandDispatcher),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      // Also at `commandSent`: the snapshot that confirms a command may be reduced before `commandSent` is.
      ofType(AgentActions.agentChanged, CommandOutcomes.commandSent),
      filter(() => isAnyGiven(dispatcher.context().commands.statuses)),
      mergeMapReportingErrors(report, (cause) => {
        const { agent, commands } = dispatcher.context();
        const settled: Action[] = [];
        for (const name of commandNames) {
          const status = commands.statuses[name];
          if (status.status === 'idle' || status.status === 'refused') continue;
          const refused = name === 'saveCallCodes' && agent.phase === 'clerical' && isRefusedSaving(cause);
          const action = settle(status, refused ? 'overtaken' : commandVerdict(status.given, agent));
          if (action) settled.push(action);
        }
        return settled.length === 0 ? EMPTY : from(settled);
      }),
    ),
  { functional: true },
);

const overtake = (dispatcher: Dispatcher, name: CommandName): Observable<Action> => {
  const status = dispatcher.context().commands.statuses[name];
  return status.status === 'pending' || status.status === 'unanswered'
    ? of(CommandOutcomes.commandOvertaken({ command: status.given.command }))
    : EMPTY;
};

/** Settles commands by events that no state shows: a failed log-in, a failed call, the end of clerical. */
export const settleByEvents = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Dispatcher = inject(CommandDispatcher),
    drafts: Pick<CallDrafts, 'latestOf'> = inject(CallDrafts),
    config = inject(MEDIATEL_CONFIG),
    report = injectFaultReport(),
  ) => {
    const isTimedOut = ({ startedAt, endedAt }: ClericalEnd): boolean => {
      const { clericalSeconds } = config;
      return (
        clericalSeconds !== null &&
        startedAt !== null &&
        endedAt !== null &&
        endedAt - startedAt >= clericalSeconds * 1000 - timeOutMargin
      );
    };
    /** Whether the codes may be lost. After an outage nobody knows whether they arrived before it. */
    const isUnsure = (end: ClericalEnd): boolean => isTimedOut(end) || end.origin === 'resync';

    /** Reports codes or a note that were never saved: the end of clerical removes them from the screen. */
    const unsaved = (end: ClericalEnd): Observable<Action> => {
      const { callTraceID, callNumber } = end;
      const saving = dispatcher.context().commands.callCodeSaving;
      if (callTraceID === null || (saving !== null && isSameCall(saving, end))) return EMPTY;
      const { codeIds, note } = drafts.latestOf(end);
      if ((codeIds.length === 0 && note.trim() === '') || !isUnsure(end)) return EMPTY;
      return of(CommandOutcomes.callCodesUnconfirmed({ callTraceID, callNumber, codeIds }));
    };

    return actions.pipe(
      ofType(AgentActions.loginFailed, AgentActions.callFailed, AgentActions.clericalEnded),
      mergeMapReportingErrors(report, (action): Observable<Action> => {
        if (action.type === AgentActions.loginFailed.type) return overtake(dispatcher, 'logIn');
        if (action.type === AgentActions.callFailed.type) return overtake(dispatcher, 'makeCall');
        const status = dispatcher.context().commands.statuses.saveCallCodes;
        if (status.status !== 'pending' && status.status !== 'unanswered') return unsaved(action);
        const { command } = status.given;
        if (isUnsure(action) && command.name === 'saveCallCodes') {
          const { callTraceID, codeIds } = command;
          const { callNumber } = action;
          return of(CommandOutcomes.callCodesUnconfirmed({ callTraceID, callNumber, codeIds }));
        }
        const settled = settle(status, 'confirmed');
        return settled ? of(settled) : EMPTY;
      }),
    );
  },
  { functional: true },
);

type Given = ReturnType<typeof CommandOutcomes.commandSent> | ReturnType<typeof CommandOutcomes.commandsMirrored>;

function givenIn(action: Given): readonly GivenCommand[] {
  if (action.type === CommandOutcomes.commandSent.type) return [action.given];
  return Object.values(action.commands.statuses).flatMap((status) =>
    status.status === 'pending' ? [status.given] : [],
  );
}

/** Calls a command unanswered after `commandTimeout`. The desk then offers to restart the agent. */
export const giveUpWaiting = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Dispatcher = inject(CommandDispatcher),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
    timers = inject(MEDIATEL_TIMERS),
  ) =>
    actions.pipe(
      ofType(CommandOutcomes.commandSent, CommandOutcomes.commandsMirrored),
      mergeMap((action) => givenIn(action)),
      mergeMap((given) =>
        timer(Math.max(0, limit - lastPart), timers).pipe(
          delay(lastPart, timers),
          mergeMap(() =>
            defer(() => {
              const status = dispatcher.context().commands.statuses[given.command.name];
              return status.status === 'pending' && status.given === given ? of(given) : EMPTY;
            }),
          ),
          map(({ command }) => CommandOutcomes.commandUnanswered({ command })),
        ),
      ),
    ),
  { functional: true },
);
