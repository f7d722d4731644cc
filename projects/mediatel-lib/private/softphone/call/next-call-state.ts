/**
 * How far a SIP call has come.
 *
 * ```
 *  ringing ──answer──▶ answering ──200 sent──▶ talking
 *     │                    │                      │
 *     │ CANCEL, rejected,  │ CANCEL, media        │ BYE from either side,
 *     │ socket lost        │ failed, socket lost  │ media lost
 *     └────────────────────┴──────────────────────┴──▶ ended
 * ```
 */
export type CallState = 'ringing' | 'answering' | 'talking' | 'ended';

export type CallInput = 'answer' | 'accepted' | 'end';

/** Every transition; what makes no sense in a state leaves it as it is. */
export function nextCallState(state: CallState, input: CallInput): CallState {
  switch (input) {
    case 'answer':
      return state === 'ringing' ? 'answering' : state;
    case 'accepted':
      return state === 'answering' ? 'talking' : state;
    case 'end':
      return 'ended';
  }
}
