import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { type ForwardOutcome, LeaderTab, MEDIATEL_CONFIG, MEDIATEL_TIMERS, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, from, merge, mergeMap, of, tap } from 'rxjs';
import type { CallKey } from '../../state/call/call-key';
import { CommandActions, CommandOutcomes } from '../../state/command-actions';
import { CommandDispatcher } from '../command-dispatcher';
import { refused, unanswered } from '../command-outcome';
import { type CommandReceipt, readReceipt, receiptOf } from '../command-receipt';
import { CommandReceipts } from '../command-receipts';
import type { CommandRefusal } from '../../state/command-status';
import { type DialChecker, injectDialCheck } from '../inject-dial-check';
import { giveComposed } from '../composed-command';
import { possibleSending } from '../possible-sending';
import { followReceipt } from '../follow-receipt';
import {
  type GivenElsewhere,
  type RoutedCommand,
  commandOf,
  inOwnNumbers,
  isComposed,
  isForAnotherCall,
  routedCommands,
  nameOf,
  readGivenElsewhere,
} from '../routed-command';
import { isExtra } from '../forwarded-extra';
import { LIFECYCLE_ACTIONS } from '../../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../../effects-kit/report-fault';
import { SignOutMark } from '../sign-out-mark';
import { mergeMapReportingErrors } from '../../effects-kit/merge-map-reporting-errors';

type KnownOutcome = Exclude<ForwardOutcome, { readonly status: 'unknown' }>;
type Refused = ReturnType<typeof CommandOutcomes.commandRefused>;

const notReached: CommandRefusal = { reason: 'not-connected' };

const isRefused = (action: Action): action is Refused => action.type === CommandOutcomes.commandRefused.type;

/** Whether the value is a refusal. Only the leading tab writes it, in the same version, so one field is enough to check. */
const isRefusal = (value: unknown): value is CommandRefusal =>
  typeof value === 'object' && value !== null && 'reason' in value;

/** Why the leading tab did not take the command, or a part of it; `null` if it took it. */
function refusalIn(outcome: KnownOutcome): CommandRefusal | null {
  if (outcome.status === 'taken') return null;
  return outcome.status === 'refused' && isRefusal(outcome.refusal) ? outcome.refusal : notReached;
}

/** The outcome of a forwarded command in this tab. The leading tab shares `commandSent` with all tabs, so here only refusals count. */
function outcomeHere(command: RoutedCommand, outcome: KnownOutcome): Observable<Action> {
  const refusal = refusalIn(outcome);
  return refusal === null ? EMPTY : of(CommandOutcomes.commandRefused({ command: nameOf(command), refusal }));
}

/**
 * Executes commands in the leading tab: its own, and those that the operator's following tabs forward.
 *
 * The leading tab therefore knows each command before it is sent. A refusal shows in the tab in which the operator gave the
 * command.
 */
export const giveCommands = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed' | 'send' | 'sent'> = inject(CommandDispatcher),
    softphone: Pick<Softphone, 'execute'> = inject(Softphone),
    tab: Pick<LeaderTab, 'state' | 'forward' | 'forwarded' | 'certain'> = inject(LeaderTab),
    mark: Pick<SignOutMark, 'isPassed'> = inject(SignOutMark),
    report = injectFaultReport(),
    receipts: Pick<CommandReceipts, 'follow' | 'settle'> = inject(CommandReceipts),
    all: Observable<Action> = inject(Actions),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
    timers = inject(MEDIATEL_TIMERS),
    checked: DialChecker = injectDialCheck(all, () => dispatcher.context(), report),
  ) => {
    const means = { dispatcher, softphone };
    const source = { actions: all, context: () => dispatcher.context(), timers };
    const follow = (command: RoutedCommand, receipt: CommandReceipt | null, refusal: CommandRefusal | null): void => {
      if (receipt !== null) receipts.follow(command, followReceipt(receipt, source, limit));
      else receipts.settle(command, refusal === null ? unanswered : refused(refusal));
    };
    /** Gives a command and returns its outcomes with its receipt. Most commands are one request. */
    const give = (command: RoutedCommand) => {
      const before = isComposed(command) ? dispatcher.context() : null;
      const outcomes = isComposed(command)
        ? giveComposed(means, command)
        : [dispatcher.sendIfAllowed(commandOf(command))];
      const refusal = outcomes.find(isRefused)?.refusal ?? null;
      return { outcomes, refusal, receipt: receiptOf(command, outcomes, before) };
    };
    const giveHere = (command: RoutedCommand, given: RoutedCommand): readonly Action[] => {
      const { outcomes, refusal, receipt } = give(command);
      follow(given, receipt, refusal);
      return outcomes;
    };
    /** A command that the leading tab may have sent counts as sent: a snapshot confirms it, or it stays unanswered. */
    const maybeSent = (command: RoutedCommand, given: RoutedCommand): Observable<Action> => {
      const context = dispatcher.context();
      const sending = context.link.session.status === 'signedIn' ? possibleSending(command, context) : null;
      if (sending === null) {
        receipts.settle(given, unanswered);
        return EMPTY;
      }
      const status = context.commands.statuses[sending.name];
      // The leading tab's report of this sending, or of another one, arrived.
      const sent = status.status === 'pending' ? null : dispatcher.sent(sending);
      follow(given, receiptOf(command, sent === null ? [] : [sent], context), null);
      return sent === null ? EMPTY : of(sent);
    };
    const forward = (command: RoutedCommand, given: RoutedCommand, call: CallKey): Observable<Action> =>
      from(tab.forward({ command, call })).pipe(
        mergeMap((outcome) => {
          if (outcome.status === 'unknown') return maybeSent(command, given);
          follow(given, 'receipt' in outcome ? readReceipt(outcome.receipt) : null, refusalIn(outcome));
          return outcomeHere(command, outcome);
        }),
      );
    /** Executes a command here or in the leading tab. `given`: the operator's command, which a guard may have changed. */
    const route = (command: RoutedCommand, given = command): Observable<Action> => {
      const call = currentCall();
      return tab.certain().pipe(
        mergeMap(() => {
          if (tab.state().status === 'following') return forward(command, given, call);
          // Another call may have come while this tab found out whether it leads.
          if (isForAnotherCall({ command, call }, currentCall())) return refuse(given, { reason: 'no-call' });
          return giveHere(command, given);
        }),
      );
    };
    const refuse = (command: RoutedCommand, refusal: CommandRefusal): Observable<Action> => {
      receipts.settle(command, refused(refusal));
      return of(CommandOutcomes.commandRefused({ command: nameOf(command), refusal }));
    };
    const currentCall = (): CallKey => {
      const { knownCallTraceID: callTraceID, callNumber } = dispatcher.context().agent;
      return { callTraceID, callNumber };
    };
    const refusalOf = (given: GivenElsewhere): CommandRefusal | null => {
      // The operator signed out after the log-in was requested, and the message about it has not arrived in this tab yet.
      if (given.command.type === CommandActions.logIn.type && isLeaving()) return { reason: 'not-signed-in' };
      return isForAnotherCall(given, currentCall()) ? { reason: 'no-call' } : null;
    };
    const isLeaving = (): boolean => {
      const { session } = dispatcher.context().link;
      return session.status === 'signingOut' || (session.status === 'signedIn' && mark.isPassed(session.user));
    };
    const own = actions.pipe(
      ofType(...routedCommands),
      mergeMapReportingErrors(report, (command) =>
        checked(command, { route, refuse }).pipe(
          tap({
            error: () => {
              receipts.settle(command, unanswered);
            },
          }),
        ),
      ),
    );
    const others = tab.forwarded.pipe(
      // These have an effect of their own.
      filter(({ command }) => !isExtra(command)),
      mergeMapReportingErrors(report, ({ command: data, answer }) => {
        const given = readGivenElsewhere(data);
        const refusal = given === null ? notReached : refusalOf(given);
        if (given === null || refusal !== null) {
          answer(refusal);
          return EMPTY;
        }
        const command = inOwnNumbers(given, currentCall());
        const { outcomes, refusal: refusedHere, receipt } = give(command);
        answer(refusedHere, receipt);
        return from(outcomes.filter((outcome) => !isRefused(outcome)));
      }),
    );
    return merge(own, others);
  },
  { functional: true },
);
