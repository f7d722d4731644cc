import { createFeature, createReducer, on } from '@ngrx/store';
import type { MissedCall } from './missed-call';
import { MissedCallActions } from './missed-call-actions';
import { SessionActions } from './session-actions';

/** The newest last. */
export interface MissedCallsState {
  readonly cards: readonly MissedCall[];
}

/** How many cards are kept; the oldest go first. */
export const missedCallsKept = 20;

const initialMissedCallsState: MissedCallsState = { cards: [] };

export const missedCallsFeature = createFeature({
  name: 'mediatelMissedCalls',
  reducer: createReducer(
    initialMissedCallsState,
    on(MissedCallActions.callMissed, ({ cards }, { missed }): MissedCallsState => {
      const known = cards.some(({ id }) => id === missed.id);
      return {
        cards: known
          ? cards.map((card) => (card.id === missed.id ? missed : card))
          : [...cards, missed].slice(-missedCallsKept),
      };
    }),
    on(MissedCallActions.dismiss, ({ cards }, { id }): MissedCallsState => ({
      cards: cards.filter((card) => card.id !== id),
    })),
    on(MissedCallActions.dismissAll, SessionActions.signedOut, () => initialMissedCallsState),
  ),
});

export const selectMissedCalls = missedCallsFeature.selectCards;
