import { InjectionToken, inject } from '@angular/core';
import { Actions } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { type Observable, filter, share } from 'rxjs';
import { AgentActions } from '../state/agent-actions';

/** The agent actions that the library's effects wait for. */
const awaited = [
  AgentActions.loggedOut,
  AgentActions.loginFailed,
  AgentActions.becameAvailable,
  AgentActions.dialingStarted,
  AgentActions.callDelivered,
  AgentActions.callStarted,
  AgentActions.callHeld,
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
 * All actions but the frequent ones that snapshots cause.
 *
 * An effect that listens to all actions runs its filter for each of them. Most effects don't need every event of a call.
 */
export const LIFECYCLE_ACTIONS = new InjectionToken<Observable<Action>>('LIFECYCLE_ACTIONS', {
  providedIn: 'root',
  factory: () =>
    inject(Actions).pipe(
      filter(({ type }) => !frequent.has(type)),
      share(),
    ),
});
