import type { TrainingRun } from '../../training-kit';

type RunsByTrainee = ReadonlyMap<string, TrainingRun>;

/** The newest run of each trainee. A late note changes a run although the trainee has had the next one since. */
export function newestRuns(known: RunsByTrainee, changed: readonly TrainingRun[]): RunsByTrainee {
  const newest = new Map(known);
  for (const run of changed) {
    const shown = newest.get(run.trainee);
    if (!shown || shown.id === run.id || shown.startedAt <= run.startedAt) newest.set(run.trainee, run);
  }
  return newest;
}
