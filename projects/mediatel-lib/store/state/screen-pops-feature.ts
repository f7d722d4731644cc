import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { AgentActions } from './agent-actions';
import { selectAgent } from './agent-feature';
import { ScreenPopActions } from './screen-pop-actions';
import type { ScreenPopRequest } from './screen-pop-request';
import { SessionActions } from './session-actions';

export interface ScreenPopsState {
  /** The page that the browser blocked, until it is opened or its call is over. */
  readonly blocked: ScreenPopRequest | null;
}

const initialScreenPopsState: ScreenPopsState = { blocked: null };

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

/** The page of the present call that the browser blocked; `null` where there is none. */
export const selectBlockedScreenPop = createSelector(
  screenPopsFeature.selectMediatelScreenPopsState,
  selectAgent,
  ({ blocked }, { knownCallTraceID }) => (blocked?.callTraceID === knownCallTraceID ? blocked : null),
);
