/**
 * State of a SIP call.
 *
 * ```
 *  ringing ──answer──▶ answering ──200 sent──▶ talking ◀──resume── a call of an earlier page
 *     │                    │                      │
 *     │ CANCEL, rejected,  │ CANCEL, media        │ BYE from either side,
 *     │ socket lost        │ failed, socket lost  │ media lost
 *     └────────────────────┴──────────────────────┴──▶ ended
 * ```
 */
export type CallState = 'ringing' | 'answering' | 'talking' | 'ended';

/** An input of the call's state machine. */
export type CallInput = 'answer' | 'accepted' | 'resume' | 'end';

/** Every transition. An input that does not fit the state changes nothing. */
export function nextCallState(state: CallState, input: CallInput): CallState {
  switch (input) {
    case 'answer':
      return state === 'ringing' ? 'answering' : state;
    case 'accepted':
      return state === 'answering' ? 'talking' : state;
    case 'resume':
      return state === 'ringing' ? 'talking' : state;
    case 'end':
      return 'ended';
  }
}
