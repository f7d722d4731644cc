import type { TrainingLanguage } from '../scenario/language';

/**
 * How far a run is. `waiting`: the trainee is not available yet, or must dial. `playing`: a call lasts. `afterCall`: the
 * call is over, its code is missing, or the next one has not come. `paused`: by the trainer; no new call comes.
 * `stopped`: by a person. `failed`: by a fault, with `reason`.
 */
export type RunStatus = 'waiting' | 'playing' | 'afterCall' | 'paused' | 'done' | 'stopped' | 'failed';

/** One playing of a scenario for one trainee. */
export interface TrainingRun {
  readonly id: string;
  readonly scenario: string;
  /** The trainee's login. */
  readonly trainee: string;
  /** Who started it: a trainer's login, or the trainee's own. */
  readonly startedBy: string;
  readonly language: TrainingLanguage;
  readonly status: RunStatus;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The place of the present call in the scenario, from 0. */
  readonly call: number;
  /** The turn that the customer is in; `null` between calls and after `end`. */
  readonly turn: string | null;
  /** Trace ids of the calls so far, one for each call of the scenario that took place. */
  readonly traceIds: readonly string[];
  /** Why it failed or was stopped. */
  readonly reason: string | null;
  /** The share of the points that the score gives, 0 to 100; `null` until it is scored. */
  readonly percent: number | null;
}
