import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { MediatelClock, LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, of, tap } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import type { CommandStatus, GivenCommand } from '../state/command-status';
import type { MirroredCommands } from '../state/commands-state';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { ScreenPopActions } from '../state/screen-pop-actions';
import type { ScreenPopRequest } from '../state/screen-pop-request';
import { selectBlockedScreenPop } from '../state/screen-pops-feature';
import { SessionActions } from '../state/session-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/** Actions that came from another tab. They are not shared again. */
const fromOthers = new WeakSet<Action>();

/** The outcomes that only the leading tab shares. */
const outcomes = [
  CommandOutcomes.commandSent,
  CommandOutcomes.toggleWanted,
  CommandOutcomes.nextPausePlanned,
  CommandOutcomes.nextPauseDropped,
  SessionActions.reloggedIn,
  // Only the leading tab opens pages, but the operator may look at another tab.
  ScreenPopActions.screenPopBlocked,
] as const;

/** The actions that any tab shares: signing out, opening a blocked page. */
const common = [
  SessionActions.signOutStarted,
  SessionActions.signOutRefused,
  SessionActions.signedOut,
  ScreenPopActions.screenPopOpened,
  // Codes may be chosen in a tab whose clerical ends a moment later than the leading tab's.
  CommandOutcomes.callCodesUnconfirmed,
] as const;

const noted = [...outcomes, ...common, CommandOutcomes.commandsMirrored] as const;
const types: readonly string[] = noted.map(({ type }) => type);
const commonTypes: readonly string[] = common.map(({ type }) => type);

type Note = ReturnType<(typeof noted)[number]>;

const isNote = (note: unknown): note is Note =>
  typeof note === 'object' && note !== null && 'type' in note && types.includes(String(note.type));

/** Shares command outcomes and sign-outs with the operator's other tabs. */
export const shareOutcomes = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    tab: Pick<LeaderTab, 'share' | 'isLeader'> = inject(LeaderTab),
  ) =>
    actions.pipe(
      ofType(...outcomes, ...common),
      filter((action) => !fromOthers.has(action) && (tab.isLeader() || commonTypes.includes(action.type))),
      tap((action) => {
        tab.share(action);
      }),
    ),
  { functional: true, dispatch: false },
);

/** Sends the state of all commands to a tab that joins: it missed the outcomes shared before. */
export const shareCommandState = createEffect(
  (
    tab: Pick<LeaderTab, 'joined' | 'share'> = inject(LeaderTab),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    blocked: () => ScreenPopRequest | null = inject(Store).selectSignal(selectBlockedScreenPop),
  ) =>
    tab.joined.pipe(
      tap(() => {
        const { commands, link } = dispatcher.context();
        const { statuses, nextPause, callCodeSaving, wanted } = commands;
        const shared = { statuses, nextPause, callCodeSaving, wanted };
        tab.share(CommandOutcomes.commandsMirrored({ commands: shared, autoLogIn: link.autoLogIn }));
        const request = blocked();
        if (request !== null) tab.share(ScreenPopActions.screenPopBlocked({ request }));
      }),
    ),
  { functional: true, dispatch: false },
);

/** Dispatches the actions that another tab shared, with this tab's own times and call numbers. */
export const takeOutcomes = createEffect(
  (
    tab: Pick<LeaderTab, 'shared' | 'isLeader'> = inject(LeaderTab),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    clock = inject(MediatelClock),
    report = injectFaultReport(),
  ) => {
    /** The given command with this tab's time and call number: they differ from tab to tab. */
    const ownGiven = ({ command: given, request }: GivenCommand): GivenCommand => {
      const { callNumber } = dispatcher.context().agent;
      const command = given.name === 'saveCallCodes' ? { ...given, callNumber } : given;
      return { command, sentAt: clock.monotonic(), callNumber, request };
    };
    const ownStatus = (status: CommandStatus): CommandStatus => {
      if (status.status === 'refused') return { status: 'idle' };
      return status.status === 'idle' ? status : { ...status, given: ownGiven(status.given) };
    };
    const ownCommands = (commands: MirroredCommands): MirroredCommands => {
      const entries = Object.entries(commands.statuses).map(([name, status]) => [name, ownStatus(status)] as const);
      const statuses = Object.fromEntries(entries) as MirroredCommands['statuses'];
      const saving = commands.callCodeSaving;
      const callNumber = saving?.status === 'saving' ? dispatcher.context().agent.callNumber : null;
      return { ...commands, statuses, callCodeSaving: saving && { ...saving, callNumber } };
    };
    /** Whether this tab does not know about the unconfirmed codes yet, and no saving is pending. */
    const isUnknownHere = ({ callTraceID }: ReturnType<typeof CommandOutcomes.callCodesUnconfirmed>): boolean => {
      const { callCodeSaving, statuses } = dispatcher.context().commands;
      return statuses.saveCallCodes.status !== 'pending' && callTraceID !== null && callCodeSaving === null;
    };
    const own = (note: Note): Note | null => {
      const { status } = dispatcher.context().link.session;
      switch (note.type) {
        case CommandOutcomes.commandSent.type:
          return { ...note, given: ownGiven(note.given) };
        case CommandOutcomes.commandsMirrored.type:
          return tab.isLeader() ? null : { ...note, commands: ownCommands(note.commands) };
        case CommandOutcomes.callCodesUnconfirmed.type:
          return isUnknownHere(note) ? { ...note, callNumber: null } : null;
        case SessionActions.signOutStarted.type:
          return status === 'signedIn' ? { ...note } : null;
        // If the operator signed in after the sign-out began, it does not apply.
        case SessionActions.signOutRefused.type:
        case SessionActions.signedOut.type:
          return status === 'signingOut' ? { ...note } : null;
        default:
          return { ...note };
      }
    };
    return tab.shared.pipe(
      filter(isNote),
      mergeMapReportingErrors(report, (note): Observable<Action> => {
        const action = own(note);
        if (action === null) return EMPTY;
        fromOthers.add(action);
        return of(action);
      }),
    );
  },
  { functional: true },
);

/** Whether the action came from another tab. */
export const isFromOthers = (action: Action): boolean => fromOthers.has(action);
