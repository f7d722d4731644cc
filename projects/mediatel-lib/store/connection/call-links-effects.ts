import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { AgentConnection, LeaderTab, MEDIATEL_TIMERS, Softphone } from 'mediatel-lib/ports';
import { randomDelay } from 'mediatel-lib/protocol';
import {
  EMPTY,
  type Observable,
  defer,
  distinctUntilChanged,
  filter,
  map,
  merge,
  repeat,
  startWith,
  switchMap,
  take,
  tap,
  timer,
} from 'rxjs';
import { CommandDispatcher } from '../commands/command-dispatcher';
import type { CommandContext } from '../selectors/command-refusal';
import { isAnswered } from '../state/call/answered';
import { ConnectionActions } from '../state/connection-actions';
import { SoftphoneActions } from '../state/softphone-actions';

/** Tries of a link that is lost in a call. Browsers delay a page's WebSockets after sixteen failures. */
const hurriedTries = 5;
/** Time between them (ms), random because all operators of a server lose it at once. */
const hurry = [1500, 2000] as const;

type Test = (context: CommandContext) => boolean;

const isMediatelDown: Test = ({ link }) => link.connection.status === 'unreachable';
// A REGISTER that is sent ends nothing: the server may refuse it, over and over.
const isSipDown: Test = ({ softphone }) =>
  ['waiting', 'connecting', 'registering'].includes(softphone.registration.status);
// A try in progress is left alone: over a slow network it may still succeed.
const isMediatelWaiting: Test = ({ link: { connection } }) =>
  connection.status === 'unreachable' && connection.retryAt !== null;
const isSipWaiting: Test = ({ softphone: { registration } }) =>
  registration.status === 'waiting' && !registration.unauthorised && !registration.asked;

/**
 * Tries each lost link sooner while there is an answered call.
 *
 * The retry policies spread all operators of a lost server over 4 s. Those who talk are few, and cannot wait: nobody
 * hears them, or their desk is blind.
 */
export const hurryLinksOfCall = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    connection: Pick<AgentConnection, 'retryNow'> = inject(AgentConnection),
    softphone: Pick<Softphone, 'execute'> = inject(Softphone),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const changes = actions.pipe(
      ofType(
        ConnectionActions.connectionChanged,
        SoftphoneActions.registrationChanged,
        SoftphoneActions.answered,
        SoftphoneActions.resumed,
        SoftphoneActions.ended,
      ),
    );
    const triesWhile = (isDown: Test, isWaiting: Test, tryNow: () => void): Observable<unknown> => {
      // Only the leading tab has the links.
      const mayTry = (): boolean => tab.isLeader() && isWaiting(dispatcher.context());
      // The time of a try that hangs takes nothing from the others.
      const tries = changes.pipe(
        startWith(null),
        map(mayTry),
        distinctUntilChanged(),
        switchMap((may) => (may ? defer(() => timer(randomDelay(hurry), timers)).pipe(repeat()) : EMPTY)),
        filter(mayTry),
        take(hurriedTries),
        tap(tryNow),
      );
      return changes.pipe(
        map(() => isAnswered(dispatcher.context().softphone.call) && isDown(dispatcher.context())),
        distinctUntilChanged(),
        switchMap((isLost) => (isLost ? tries : EMPTY)),
      );
    };

    return merge(
      triesWhile(isMediatelDown, isMediatelWaiting, () => connection.retryNow()),
      triesWhile(isSipDown, isSipWaiting, () => softphone.execute({ type: 'registerNow' })),
    );
  },
  { functional: true, dispatch: false },
);
