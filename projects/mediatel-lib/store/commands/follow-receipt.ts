import type { Action } from '@ngrx/store';
import { type Observable, type SchedulerLike, defer, filter, map, merge, of, take, timer } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import type { GivenCommand } from '../state/command-status';
import { SessionActions } from '../state/session-actions';
import type { CommandContext } from '../selectors/command-refusal';
import { type MediatelOutcome, done, refused, unanswered } from './command-outcome';
import type { CommandReceipt } from './command-receipt';

/** What an outcome is read from: every action after it is reduced, the present state, and the timer of its limit. */
export interface OutcomeSource {
  readonly actions: Observable<Action>;
  readonly context: () => CommandContext;
  readonly timers: SchedulerLike;
}

type Outcome = ReturnType<(typeof CommandOutcomes)[keyof typeof CommandOutcomes]>;
type Verdict = (action: Action | null) => MediatelOutcome | null;
type ReceiptOf<S extends CommandReceipt['status']> = Extract<CommandReceipt, { readonly status: S }>;

const overtaken = refused({ reason: 'overtaken' });

/** What settled a command that was pending until this action. */
function settledBy(action: Action | null): MediatelOutcome {
  switch (action?.type) {
    case CommandOutcomes.commandConfirmed.type:
    case CommandOutcomes.commandSurfaced.type:
      return done;
    // Nobody knows whether Mediatel has the codes, or what happened while this tab was away.
    case CommandOutcomes.callCodesUnconfirmed.type:
    case CommandOutcomes.commandsMirrored.type:
      return unanswered;
    default:
      return overtaken;
  }
}

/** The state says which sending is pending. When it stops saying this one, the last action settled it. */
function sentVerdict({ command, request }: ReceiptOf<'sent'>, { context }: OutcomeSource): Verdict {
  let seen: GivenCommand | null = null;
  return (action) => {
    const status = context().commands.statuses[command];
    const given = 'given' in status && status.given.request === request ? status.given : null;
    if (given === null) return seen === null ? null : settledBy(action);
    seen = given;
    return status.status === 'unanswered' ? unanswered : null;
  };
}

const isOutcome = (action: Action | null): action is Outcome =>
  action?.type.startsWith('[Mediatel Command Outcomes]') === true;

/** The toggle's wanted value is sent when the pending one is confirmed. */
function wantedVerdict({ command: name, on }: ReceiptOf<'wanted'>, { context }: OutcomeSource): Verdict {
  const isOn = (): boolean => {
    const { agent } = context();
    return name === 'mute' ? agent.mute : agent.predictiveStatus;
  };
  /** Whether the operator wants the other value by now. */
  const isOther = (action: Outcome): boolean => {
    if (action.type === CommandOutcomes.toggleWanted.type) return action.command === name && action.on !== on;
    if (action.type !== CommandOutcomes.commandSent.type) return false;
    const { command } = action.given;
    if (command.name !== name) return false;
    return (command.name === 'mute' ? command.muted : command.on) !== on;
  };
  return (action) => {
    if (action?.type === SessionActions.signedOut.type) return overtaken;
    if (isOutcome(action)) {
      if (isOther(action)) return overtaken;
      if (action.type === CommandOutcomes.commandUnanswered.type && action.command.name === name) return unanswered;
      if (action.type === CommandOutcomes.commandOvertaken.type && action.command.name === name) return overtaken;
    }
    return context().commands.statuses[name].status !== 'pending' && isOn() === on ? done : null;
  };
}

const endingVerdict =
  ({ callId }: ReceiptOf<'ending'>, { context }: OutcomeSource): Verdict =>
  () =>
    context().softphone.call?.callId === callId ? null : done;

function verdictFor(receipt: CommandReceipt, source: OutcomeSource): Verdict {
  switch (receipt.status) {
    case 'done':
      return () => done;
    case 'sent':
      return sentVerdict(receipt, source);
    case 'wanted':
      return wantedVerdict(receipt, source);
    case 'ending':
      return endingVerdict(receipt, source);
  }
}

/** Emits the outcome of a command with this receipt, once; `unanswered` after twice the `limit` (ms). */
export const followReceipt = (
  receipt: CommandReceipt,
  source: OutcomeSource,
  limit: number,
): Observable<MediatelOutcome> =>
  defer(() => {
    const verdict = verdictFor(receipt, source);
    const settled = merge(of(null), source.actions).pipe(
      map(verdict),
      filter((outcome) => outcome !== null),
    );
    return merge(settled, timer(2 * limit, source.timers).pipe(map(() => unanswered))).pipe(take(1));
  });
