import { InjectionToken, inject } from '@angular/core';
import { Actions } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { type Observable, filter, share } from 'rxjs';
import { AgentActions } from '../state/agent-actions';

/** Of what snapshots make, what the library's effects wait for. */
const awaited = [
  AgentActions.loggedOut,
  AgentActions.loginFailed,
  AgentActions.becameAvailable,
  AgentActions.dialingStarted,
  AgentActions.callDelivered,
  AgentActions.callStarted,
  AgentActions.callRetrieved,
  AgentActions.callFailed,
  AgentActions.callEnded,
  AgentActions.clericalStarted,
  AgentActions.clericalEnded,
  AgentActions.pauseStarted,
].map(({ type }): string => type);

const frequent = new Set<string>(
  Object.values(AgentActions)
    .map(({ type }): string => type)
    .filter((type) => !awaited.includes(type)),
);

/**
 * The actions without those that snapshots make all the time.
 *
 * Each effect that listens to all actions costs its filter for each of them: most need not hear a call's every event.
 */
export const LIFECYCLE_ACTIONS = new InjectionToken<Observable<Action>>('LIFECYCLE_ACTIONS', {
  providedIn: 'root',
  factory: () =>
    inject(Actions).pipe(
      filter(({ type }) => !frequent.has(type)),
      share(),
    ),
});
