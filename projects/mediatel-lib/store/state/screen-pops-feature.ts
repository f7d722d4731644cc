import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { AgentActions } from './agent-actions';
import { selectAgent } from './agent-feature';
import { ScreenPopActions } from './screen-pop-actions';
import type { ScreenPopRequest } from './screen-pop-request';
import { SessionActions } from './session-actions';

/** The state of screen pops. */
export interface ScreenPopsState {
  /** The screen pop that the browser blocked, until it is opened or its call is over; `null` if there is none. */
  readonly blocked: ScreenPopRequest | null;
}

const initialScreenPopsState: ScreenPopsState = { blocked: null };

/** The store feature `mediatelScreenPops`. */
export const screenPopsFeature = createFeature({
  name: 'mediatelScreenPops',
  reducer: createReducer(
    initialScreenPopsState,
    on(ScreenPopActions.screenPopBlocked, (_, { request }): ScreenPopsState => ({ blocked: request })),
    on(ScreenPopActions.screenPopOpened, (state, { request }): ScreenPopsState =>
      state.blocked?.callTraceID === request.callTraceID ? initialScreenPopsState : state,
    ),
    on(AgentActions.agentChanged, (state, { changes }): ScreenPopsState =>
      state.blocked === null || changes.callNumber === undefined ? state : initialScreenPopsState,
    ),
    on(SessionActions.signedOut, () => initialScreenPopsState),
  ),
});

/** Selects the present call's screen pop that the browser blocked; `null` if there is none. */
export const selectBlockedScreenPop = createSelector(
  screenPopsFeature.selectMediatelScreenPopsState,
  selectAgent,
  ({ blocked }, { knownCallTraceID }) => (blocked?.callTraceID === knownCallTraceID ? blocked : null),
);
