import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { FlightRecorder } from 'mediatel-lib/ports';
import { type Observable, tap } from 'rxjs';
import { CustomerTraces } from './customer-traces';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { SessionActions } from '../state/session-actions';

/** Assigns the stored customer data to the operator who signs in. Deletes it, and the flight recording, at the sign-out. */
export const forgetCustomers = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    traces: Pick<CustomerTraces, 'belongTo' | 'forget'> = inject(CustomerTraces),
    recorder: Pick<FlightRecorder, 'forget'> | null = inject(FlightRecorder, { optional: true }),
  ) =>
    actions.pipe(
      ofType(SessionActions.signedIn, SessionActions.signedOut),
      tap((action) => {
        if (action.type === SessionActions.signedIn.type) traces.belongTo(action.user);
        else {
          traces.forget();
          recorder?.forget();
        }
      }),
    ),
  { functional: true, dispatch: false },
);
