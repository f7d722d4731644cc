import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { Clock, PhoneTab } from 'mediatel-lib/ports';
import { type Observable, filter, of, tap } from 'rxjs';
import { CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { ScreenPopActions } from './screen-pop-actions';
import { survive } from './survive';

/** Outcomes that another tab has told: they are not told back. */
const fromOthers = new WeakSet<Action>();

const told = [
  CommandOutcomes.commandSent,
  CommandOutcomes.nextPausePlanned,
  CommandOutcomes.nextPauseDropped,
  // Only the leading tab raises pages; the operator may look at another.
  ScreenPopActions.screenPopBlocked,
  ScreenPopActions.screenPopOpened,
] as const;
const types: readonly string[] = told.map(({ type }) => type);

const isOutcome = (note: unknown): note is ReturnType<(typeof told)[number]> =>
  typeof note === 'object' && note !== null && 'type' in note && types.includes(String(note.type));

/** Tells the operator's other tabs which commands were given here: they wait for them alike, and the leading one acts on them. */
export const shareOutcomes = createEffect(
  (actions: Observable<Action> = inject(RARE_ACTIONS), tab: Pick<PhoneTab, 'share'> = inject(PhoneTab)) =>
    actions.pipe(
      ofType(...told),
      filter((action) => !fromOthers.has(action)),
      tap((action) => {
        tab.share(action);
      }),
    ),
  { functional: true, dispatch: false },
);

export const takeOutcomes = createEffect(
  (
    tab: Pick<PhoneTab, 'shared'> = inject(PhoneTab),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    clock = inject(Clock),
    report = injectFaultReport(),
  ) =>
    tab.shared.pipe(
      filter(isOutcome),
      survive(report, (note): Observable<Action> => {
        // Times and call numbers are each tab's own.
        const { callNumber } = desk.context().agent;
        const own =
          note.type === CommandOutcomes.commandSent.type
            ? { ...note, given: { command: note.given.command, at: clock.monotonic(), callNumber } }
            : { ...note };
        fromOthers.add(own);
        return of(own);
      }),
    ),
  { functional: true },
);
