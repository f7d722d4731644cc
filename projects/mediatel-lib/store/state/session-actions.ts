import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { SignInFailure } from './session-state';

/** The steps of signing in and out. No action carries a password. */
export const SessionActions = createActionGroup({
  source: 'Mediatel Session',
  events: {
    /** `AgentSession.signIn()` began. */
    'Sign In Started': emptyProps(),
    /** There is no account to work with. */
    'Sign In Failed': props<{ readonly failure: SignInFailure }>(),
    /** The account is complete; the connection and the phone start. */
    'Signed In': props<{ readonly user: string; readonly extension: string }>(),
    /** The library logged in again after a log-out that the operator did not request. It does so once. */
    'Relogged In': emptyProps(),
    /** The sign-out began, in this tab or another. */
    'Sign Out Started': emptyProps(),
    /** A call arrived meanwhile: the operator stays signed in. */
    'Sign Out Refused': emptyProps(),
    /** Everything is closed. `stillLoggedIn`: Mediatel did not confirm the log-out. */
    'Signed Out': (how: { readonly stillLoggedIn?: true } = {}) => how,
  },
});
