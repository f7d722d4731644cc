/**
 * State of the keep-alive.
 *
 * ```
 *  off ──start──▶ resting ──10 s──▶ asking ──answer──▶ resting
 *   ▲                ▲                │ └──5 s of silence──▶ off, the connection is lost
 *   │                └──── start ─────┘
 *   └── stop ── any
 * ```
 *
 * `questions`: number of questions so far. It separates an answer to the current question from a late one.
 */
export interface KeepAlive {
  readonly status: 'off' | 'resting' | 'asking';
  readonly questions: number;
}

/** An event of the keep-alive. */
export type KeepAliveEvent =
  /** The server has just sent something: the rest begins again. */
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'restOver' }
  /** The answer to the question with this number. */
  | { readonly type: 'answered'; readonly question: number }
  | { readonly type: 'deadline' };

/** An effect of a transition. `rest` and `ask` start a timer, which ends with the state. */
export type KeepAliveEffect = 'rest' | 'ask' | 'reportSilence';

/** The next state and the effects of a transition. */
export interface KeepAliveStep {
  readonly state: KeepAlive;
  readonly effects: readonly KeepAliveEffect[];
}

/** The state before the first registration. */
export const keepAliveAtFirst: KeepAlive = { status: 'off', questions: 0 };

/** Every transition of the state machine drawn at `KeepAlive`. Returns the same state if nothing changes. */
export function nextKeepAlive(state: KeepAlive, event: KeepAliveEvent): KeepAliveStep {
  const { status, questions } = state;
  const same: KeepAliveStep = { state, effects: [] };
  const resting: KeepAliveStep = { state: { status: 'resting', questions }, effects: ['rest'] };
  switch (event.type) {
    case 'start':
      return resting;
    case 'stop':
      return { state: { status: 'off', questions }, effects: [] };
    case 'restOver':
      return status === 'resting' ? { state: { status: 'asking', questions: questions + 1 }, effects: ['ask'] } : same;
    case 'answered':
      // A late answer, or one after `stop`, proves nothing.
      return status === 'asking' && event.question === questions ? resting : same;
    case 'deadline':
      return status === 'asking' ? { state: { status: 'off', questions }, effects: ['reportSilence'] } : same;
  }
}
