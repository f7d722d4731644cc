import { inject } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import type { SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { type Observable, filter, firstValueFrom, map, of, race, take, tap, timer } from 'rxjs';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandName } from '../state/command-status';
import { selectCommands } from '../state/commands-feature';
import { selectAgent } from '../state/agent-feature';
import { MEDIATEL_FEED_NOTES } from './feed-notes';

/** How long (ms) a request may take; the hub itself waits for 5 s. */
const longestWait = 4_000;

type AnyRequest<Kind extends SupervisorRequest['kind']> = Extract<SupervisorRequest, { readonly kind: Kind }>;

const refused = (reason: string): SupervisorRequestOutcome => ({ outcome: 'refused', reason });

/**
 * Returns a function that executes supervisors' requests through the operator's own commands. Needs an injection context.
 *
 * Outcomes: `sent`: the command was sent, or a pause was planned as the next one. `shown`: the message is on the operator's
 * screen. `refused`: with the reason.
 */
export function injectSupervisorRequestExecutor(): (
  request: SupervisorRequest,
  noteId: string,
) => Promise<SupervisorRequestOutcome> {
  const store = inject(Store);
  const actions = inject(Actions);
  const notes = inject(MEDIATEL_FEED_NOTES);
  const timers = inject(MEDIATEL_TIMERS);
  const agent = store.selectSignal(selectAgent);
  const commands = store.selectSignal(selectCommands);

  const within = (answer: Observable<SupervisorRequestOutcome>, late: string): Promise<SupervisorRequestOutcome> =>
    firstValueFrom(race(answer.pipe(take(1)), timer(longestWait, timers).pipe(map(() => refused(late)))));

  const give = (name: CommandName, action: Action): Promise<SupervisorRequestOutcome> => {
    const before = commands().lastRefusal;
    // A request that fails is the supervisor's news alone. The operator pressed nothing, so no notice may appear.
    const withdraw = ({ outcome }: SupervisorRequestOutcome): void => {
      if (outcome === 'refused') store.dispatch(CommandOutcomes.refusalWithdrawn({ before }));
    };
    const answer = within(commandOutcome(actions, name).pipe(tap(withdraw)), 'no-answer');
    store.dispatch(action);
    return answer;
  };

  const takePause = ({ pause }: AnyRequest<'takePause'>): Promise<SupervisorRequestOutcome> => {
    const found = agent().pauseList.find(({ id, name }) => id === pause || name === pause);
    if (!found) return firstValueFrom(of(refused('unknown-pause')));
    return give('pause', CommandActions.takePause({ pauseId: found.id }));
  };

  return (request, noteId) => {
    switch (request.kind) {
      case 'message':
        return within(
          notes.events.pipe(
            filter(({ id }) => id === noteId),
            map(() => ({ outcome: 'shown' })),
          ),
          'not-on-screen',
        );
      case 'takePause':
        return takePause(request);
      case 'endPause':
        return give('endPause', CommandActions.endPause());
      case 'logout':
        return give('logOut', CommandActions.logOut());
      case 'restart':
        return give('restartAgent', CommandActions.restartAgent());
    }
  };
}

function commandOutcome(actions: Observable<Action>, name: CommandName): Observable<SupervisorRequestOutcome> {
  return actions.pipe(
    ofType(CommandOutcomes.commandSent, CommandOutcomes.commandRefused, CommandOutcomes.nextPausePlanned),
    map((action): SupervisorRequestOutcome | null => {
      switch (action.type) {
        case CommandOutcomes.commandSent.type:
          return action.given.command.name === name ? { outcome: 'sent' } : null;
        case CommandOutcomes.commandRefused.type:
          return action.command === name ? refused(action.refusal.reason) : null;
        case CommandOutcomes.nextPausePlanned.type:
          return name === 'pause' ? { outcome: 'sent' } : null;
      }
    }),
    filter((outcome) => outcome !== null),
  );
}
