import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { SignInFailure } from './session-state';

/** How signing in and out went. Never carries a password. */
export const SessionActions = createActionGroup({
  source: 'Mediatel Session',
  events: {
    'Sign In Started': emptyProps(),
    'Sign In Failed': props<{ readonly failure: SignInFailure }>(),
    'Signed In': props<{ readonly user: string; readonly extension: string }>(),
    /** The one log-in that answers an unrequested log-out. */
    'Relogged In': emptyProps(),
    'Sign Out Started': emptyProps(),
    /** A call came in between: the operator stays signed in. */
    'Sign Out Refused': emptyProps(),
    /** `stillLoggedIn`: Mediatel could not be asked to log the operator out. */
    'Signed Out': (how: { readonly stillLoggedIn?: true } = {}) => how,
  },
});
