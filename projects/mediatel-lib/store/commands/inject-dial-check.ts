import { EnvironmentInjector, inject } from '@angular/core';
import type { Action } from '@ngrx/store';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { type Observable, concat, defer, finalize, mergeMap, of, tap } from 'rxjs';
import type { CommandContext } from '../selectors/command-refusal';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandRefusal } from '../state/command-status';
import { checkDial } from './check-dial';
import { MEDIATEL_DIAL_GUARD } from './dial-guard';
import type { RoutedCommand } from './routed-command';

/** Where a checked command goes. `given`: the command before the guard changed it. */
interface Ways {
  readonly route: (command: RoutedCommand, given?: RoutedCommand) => Observable<Action>;
  readonly refuse: (command: RoutedCommand, refusal: CommandRefusal) => Observable<Action>;
}

/** Passes a command on its way, or refuses it. */
export type DialChecker = (command: RoutedCommand, ways: Ways) => Observable<Action>;

/**
 * Returns a function that passes a command on; a call only after the host's guard allows it. Needs an injection context.
 *
 * The check happens in the tab in which the command was given, before it is forwarded: the operator looks at that tab, and
 * each call is checked once. One call is checked at a time.
 */
export function injectDialCheck(
  actions: Observable<Action>,
  context: () => CommandContext,
  report: (error: unknown) => void,
): DialChecker {
  const guard = inject(MEDIATEL_DIAL_GUARD);
  const means = { injector: inject(EnvironmentInjector), actions, context, report, timers: inject(MEDIATEL_TIMERS) };
  let isChecking = false;
  return (command, { route, refuse }) => {
    if (guard === null || command.type !== CommandActions.makeCall.type) return route(command);
    if (isChecking) return refuse(command, { reason: 'checking' });
    isChecking = true;
    const end = (): void => {
      isChecking = false;
    };
    const check = checkDial(guard, command, means).pipe(
      tap(end),
      mergeMap((result) =>
        concat(
          of(CommandOutcomes.dialCheckEnded()),
          // After the action above is reduced.
          defer(() => ('refusal' in result ? refuse(command, result.refusal) : route(result.command, command))),
        ),
      ),
    );
    return concat(of(CommandOutcomes.dialCheckStarted({ phoneNumber: command.phoneNumber })), check).pipe(
      finalize(end),
    );
  };
}
