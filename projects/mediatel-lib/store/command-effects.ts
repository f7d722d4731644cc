import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { EMPTY, type Observable, of } from 'rxjs';
import { CommandActions, CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { survive } from './survive';

/** The plain commands: refused, or sent. Hanging up, muting and pausing have effects of their own. */
export const giveCommands = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(
        CommandActions.logOut,
        CommandActions.makeCall,
        CommandActions.hold,
        CommandActions.retrieve,
        CommandActions.setPredictive,
        CommandActions.endPause,
        CommandActions.saveCallCodes,
        CommandActions.restartAgent,
      ),
      survive(report, (action): Observable<Action> => {
        switch (action.type) {
          case CommandActions.logOut.type:
            return of(desk.give({ name: 'logOut' }));
          case CommandActions.makeCall.type: {
            const { phoneNumber, queueName = null } = action;
            return of(desk.give({ name: 'makeCall', phoneNumber, queueName }));
          }
          case CommandActions.hold.type:
            return of(desk.give({ name: 'hold' }));
          case CommandActions.retrieve.type:
            return of(desk.give({ name: 'retrieve' }));
          case CommandActions.setPredictive.type:
            // The wire's command toggles: sent for a wish already true, it would do the opposite.
            if (desk.context().agent.predictiveStatus === action.on) return EMPTY;
            return of(desk.give({ name: 'predictive', on: action.on }));
          case CommandActions.endPause.type:
            return of(desk.give({ name: 'endPause' }));
          case CommandActions.saveCallCodes.type: {
            const codeIds = [...new Set(action.codeIds)];
            const { callTraceID, callNumber = null, pauseId } = action;
            const given = desk.give({ name: 'saveCallCodes', callTraceID, callNumber, codeIds });
            // Refused, the codes are still to be saved: a pause might take the clerical away from under them.
            const isSent = given.type === CommandOutcomes.commandSent.type;
            return isSent && pauseId ? of(given, CommandActions.takePause({ pauseId })) : of(given);
          }
          case CommandActions.restartAgent.type:
            return of(desk.give({ name: 'restartAgent' }));
        }
      }),
    ),
  { functional: true },
);
