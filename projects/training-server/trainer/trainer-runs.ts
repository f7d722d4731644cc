import type { PushedAction, StartWanted, TrainerRefusal, TrainingRun } from '../../training-kit';

/** A run that is to begin for one trainee. */
export interface RunWanted extends Pick<StartWanted, 'scenario' | 'language'> {
  readonly trainee: string;
  /** The trainer's login. */
  readonly startedBy: string;
}

/** The runs as a trainer's page uses them. Each function returns why it did nothing. */
export interface TrainerRuns {
  start(wanted: RunWanted): TrainingRun | TrainerRefusal;
  stop(run: string, by: string): TrainerRefusal | null;
  pause(run: string): TrainerRefusal | null;
  resume(run: string): TrainerRefusal | null;
  push(run: string, action: PushedAction): TrainerRefusal | null;
  mark(run: string, note: string, by: string): TrainerRefusal | null;
  /** The trainee's newest run. */
  newest(trainee: string): TrainingRun | null;
  /** Calls the listener at each change of a run. Returns how to stop. */
  onChange(listener: (run: TrainingRun) => void): () => void;
}
