import type { Scenario, TrainingLanguage, TrainingRun } from '../../training-kit';

/** What a run is started with. */
export interface RunStart {
  readonly scenario: Scenario;
  /** The trainee's login. */
  readonly trainee: string;
  readonly language: TrainingLanguage;
  /** The login of the person who starts it. */
  readonly startedBy: string;
}

/** Why a run did not start. */
export type StartRefusal =
  'no-such-trainee' | 'has-a-run' | 'not-that-language' | 'no-such-queue' | 'no-speech' | 'closed';

/** A run that began, or why not. */
export type StartOutcome = { readonly run: TrainingRun } | RefusedStart;

/** A start that is refused, with a message for people. */
export interface RefusedStart {
  readonly refused: StartRefusal;
  readonly message: string;
}
