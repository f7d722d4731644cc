import type { RunStatus, ScenarioCall } from '../../training-kit';

/**
 * What the trainee's desk can do now. `free`: take a call. `away`: on a pause that they chose; their after-call work is
 * over. `busy`: in a call, in after-call work, or on Force Pause. `out`: not logged in at Mediatel.
 */
export type Presence = 'free' | 'away' | 'busy' | 'out';

/**
 * How far a run is.
 *
 * ```
 *              time and trainee fit         call began                call ended
 *  between ─────────────────────▶ offering ───────────▶ inCall ───────────────────▶ afterCall
 *   │ ▲ ▲                          │                      ▲                          │  │
 *   │ │ └──── offer refused ───────┘                      │         trainee is ready │  │ last call:
 *   │ │                                                   │                          │  │ trainee is ready
 *   │ └───────────────────────────────────────────────────┼────── next call ─────────┘  ▼
 *   └───────── the trainee dials (outgoing) ──────────────┘                            done
 *
 *  stopped: by a person, from any of the first four.
 *  failed:  the limit, speech is missing, the trainee is gone; from any of the first four.
 * ```
 *
 * A pause by the trainer keeps `between` from offering. A call that lasts goes on.
 */
type RunStage = 'between' | 'offering' | 'inCall' | 'afterCall' | 'done' | 'stopped' | 'failed';

/** The whole state of a run. */
export interface RunState {
  readonly stage: RunStage;
  readonly presence: Presence;
  /** Whether a trainer paused it. */
  readonly isPaused: boolean;
  /** Whether the time of the next call has come. */
  readonly isDue: boolean;
  /** The place of the present or next call in the scenario, from 0. */
  readonly call: number;
  /** Set exactly in `inCall`. */
  readonly traceId: string | null;
  /** Why it failed or was stopped, or what a full disk took from it. */
  readonly reason: string | null;
}

/** What the machine needs to know of a call. */
export type PlannedCall = Pick<ScenarioCall, 'direction' | 'comesAfterSeconds'>;

const finalStages: readonly RunStage[] = ['done', 'stopped', 'failed'];

/** Whether the run is over. */
export const isOver = ({ stage }: RunState): boolean => finalStages.includes(stage);

/** The state in the words that pages see. */
export function statusOf({ stage, isPaused, isDue, call }: RunState): RunStatus {
  if (stage === 'done' || stage === 'stopped' || stage === 'failed') return stage;
  if (stage === 'inCall') return 'playing';
  if (isPaused) return 'paused';
  return stage === 'afterCall' || (call > 0 && !isDue) ? 'afterCall' : 'waiting';
}
