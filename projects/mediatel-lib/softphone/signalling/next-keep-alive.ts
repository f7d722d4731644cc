/**
 * Whether the server is being asked if it is there.
 *
 * ```
 *  off ──start──▶ resting ──10 s──▶ asking ──answer──▶ resting
 *   ▲                ▲                │ └──5 s of silence──▶ off, the link is lost
 *   │                └──── start ─────┘
 *   └── stop ── any
 * ```
 * `questions`: how many were asked so far, which tells the answer of the present one from a late one.
 */
export interface KeepAlive {
  readonly status: 'off' | 'resting' | 'asking';
  readonly questions: number;
}

export type KeepAliveEvent =
  /** The server has just been heard: the rest begins again. */
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'restOver' }
  /** The answer to a question, by its number. */
  | { readonly type: 'answered'; readonly question: number }
  | { readonly type: 'deadline' };

/** What a transition wants done. `rest` and `ask` begin a timer of their own, which ends with the state. */
export type KeepAliveEffect = 'rest' | 'ask' | 'reportSilence';

export interface KeepAliveStep {
  readonly state: KeepAlive;
  readonly effects: readonly KeepAliveEffect[];
}

export const keepAliveAtFirst: KeepAlive = { status: 'off', questions: 0 };

/** Every transition of the machine drawn at `KeepAlive`; the same state where nothing changes. */
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
      // Of a question whose deadline has passed, or that was stopped, the answer says nothing.
      return status === 'asking' && event.question === questions ? resting : same;
    case 'deadline':
      return status === 'asking' ? { state: { status: 'off', questions }, effects: ['reportSilence'] } : same;
  }
}
