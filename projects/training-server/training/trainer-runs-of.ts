import type { TrainerRefusal } from '../../training-kit';
import type { TrainerRuns } from '../trainer/trainer-runs';
import type { Lessons } from './lessons';
import type { StartRefusal } from './run-start';

const refusals: Readonly<Record<StartRefusal, TrainerRefusal>> = {
  'no-such-trainee': 'unknown-trainee',
  'has-a-run': 'busy',
  'not-that-language': 'not-that-language',
  'no-such-queue': 'no-such-queue',
  'no-speech': 'no-sound',
  closed: 'failed',
};

/** The runs as a trainer's page uses them. */
export function trainerRunsOf({ runs, library }: Pick<Lessons, 'runs' | 'library'>): TrainerRuns {
  const steered = (id: string, steer: () => boolean, otherwise: TrainerRefusal): TrainerRefusal | null => {
    const stored = runs.get(id);
    if (!stored) return 'unknown-run';
    if (stored.run.endedAt !== null) return 'run-over';
    return steer() ? null : otherwise;
  };
  return {
    start: ({ scenario: id, trainee, language, startedBy }) => {
      const scenario = library.get(id)?.scenario;
      if (!scenario) return 'unknown-scenario';
      const outcome = runs.start({ scenario, trainee, language, startedBy });
      return 'run' in outcome ? outcome.run : refusals[outcome.refused];
    },
    stop: (id, by) => steered(id, () => runs.stop(id, `Stopped by ${by}`), 'failed'),
    pause: (id) => steered(id, () => runs.pause(id), 'failed'),
    resume: (id) => steered(id, () => runs.resume(id), 'failed'),
    // Without a call there is nobody to whom it could happen.
    push: (id, action) => steered(id, () => runs.push(id, action), 'no-call'),
    mark: (id, note, by) => steered(id, () => runs.mark(id, note, by), 'no-call'),
    newest: (trainee) => runs.of(trainee)[0] ?? null,
    onChange: (listener) => runs.onChange(listener),
  };
}
