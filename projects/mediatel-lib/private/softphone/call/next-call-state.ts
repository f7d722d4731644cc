/**
 * State of a SIP call.
 *
 * ```
 *  ringing ──answer──▶ answering ──200 sent──▶ talking ◀──resume── a call of an earlier page
 *     │                    │                      │
 *     │ CANCEL, rejected,  │ CANCEL, media        │ BYE from either side,
 *     │ socket lost        │ failed, socket lost  │ media lost
 *     └────────────────────┴──────────────────────┼──▶ ended
 *                                                 └──leave──▶ left (to a later page or another tab)
 * ```
 */
export type CallState = 'ringing' | 'answering' | 'talking' | 'ended' | 'left';

/** An input of the call's state machine. */
export type CallInput = 'answer' | 'accepted' | 'resume' | 'leave' | 'end';

/** Whether the call needs nothing more of this page. */
export const isOver = (state: CallState): boolean => state === 'ended' || state === 'left';

/** Every transition. An input that does not fit the state changes nothing. */
export function nextCallState(state: CallState, input: CallInput): CallState {
  switch (input) {
    case 'answer':
      return state === 'ringing' ? 'answering' : state;
    case 'accepted':
      return state === 'answering' ? 'talking' : state;
    case 'resume':
      return state === 'ringing' ? 'talking' : state;
    case 'leave':
      return state === 'talking' ? 'left' : state;
    case 'end':
      return state === 'left' ? state : 'ended';
  }
}
