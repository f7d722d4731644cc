import { createFeature, createReducer, on } from '@ngrx/store';
import type { MissedCall } from './missed-call';
import { MissedCallActions } from './missed-call-actions';
import { SessionActions } from './session-actions';

/** The missed calls that the operator has not dismissed. */
export interface MissedCallsState {
  /** The missed calls, the newest last, at most 20. */
  readonly cards: readonly MissedCall[];
}

/** The most cards that are kept; the oldest are dropped. */
export const missedCallsKept = 20;

const initialMissedCallsState: MissedCallsState = { cards: [] };

/** The store feature `mediatelMissedCalls`. A sign-out empties it. */
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

/** Selects the missed calls that the operator has not dismissed, the newest last. */
export const selectMissedCalls = missedCallsFeature.selectCards;
