import type { TimerName } from './agent-event';
import type { AgentState, Call, CallError, Operator } from './agent-state';
import type { CallCode } from './queue';

/** Wire states that answer a command for a moment, while the phase stays. */
export type TransientState =
  'STATE_MUTE' | 'STATE_DIALPAD' | 'STATE_HOLD_DIALPAD' | 'STATE_PREDICTIVE' | 'STATE_PAUSE_LIST' | 'STATE_CRT_DETAILS';

/** What a transition wants done, in order. */
export type AgentEffect =
  /** Send a snapshot of that state, with a transient state's name if one is given. */
  | { readonly type: 'send'; readonly state: AgentState; readonly transient?: TransientState }
  | { readonly type: 'loggedIn'; readonly operator: Operator }
  /** Place the call: ring the operator's extension. */
  | { readonly type: 'ring'; readonly call: Call; readonly extension: string }
  | { readonly type: 'dial' }
  | { readonly type: 'connect' }
  | { readonly type: 'hold' }
  | { readonly type: 'retrieve' }
  | { readonly type: 'setMuted'; readonly muted: boolean }
  | { readonly type: 'end' }
  /** `due` identifies this run of the timer: its event returns it. */
  | { readonly type: 'startTimer'; readonly timer: TimerName; readonly ms: number; readonly due: number }
  | { readonly type: 'cancelTimer'; readonly timer: TimerName }
  | { readonly type: 'predictiveWanted' }
  | { readonly type: 'saveStart'; readonly call: Call; readonly operator: Operator }
  | { readonly type: 'saveAnswer'; readonly traceId: string; readonly at: number }
  | { readonly type: 'saveEnd'; readonly traceId: string; readonly at: number; readonly error: CallError | null }
  /**
   * With the call, because its beginning may not be stored yet. If it can't be stored, the rest of the step is not
   * done.
   */
  | {
      readonly type: 'saveCode';
      readonly traceId: string;
      readonly call: Call;
      readonly operator: Operator;
      readonly code: CallCode;
      readonly at: number;
    }
  /** For the log. */
  | { readonly type: 'refused'; readonly what: string; readonly reason: string };

/** The result of a transition: the next state, and what is to be done. */
export interface Step {
  readonly state: AgentState;
  readonly effects: readonly AgentEffect[];
}
