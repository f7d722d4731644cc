import { readFileSync } from 'node:fs';
import type { Scenario, TrainingRun } from '../../training-kit';
import { checked } from '../training/scenario-library';
import type { TrainingRuns } from '../training/training-runs';
import type { PlayWish } from './command-line';

/** A scenario that can't be played. The message is for a person. */
export class PlayError extends Error {
  override readonly name = 'PlayError';
}

/** Reads a scenario file. Throws a `PlayError` with a line for each problem: `FILE:LINE:COLUMN: field: message`. */
export function scenarioIn(file: string): Scenario {
  const { scenario, problems } = checked(null, textOf(file));
  if (scenario) return scenario;
  const lines = problems.map(({ line, column, path, message }) => {
    const field = path === '' ? '' : `${path}: `;
    return `${file}:${line}:${column}: ${field}${message}`;
  });
  throw new PlayError(lines.join('\n'));
}

/** Starts the scenario; it waits for the trainee's sign-in. Throws a `PlayError`. */
export function play(runs: Pick<TrainingRuns, 'start'>, scenario: Scenario, wish: PlayWish): TrainingRun {
  const language = wish.language ?? scenario.languages[0] ?? 'en';
  const outcome = runs.start({ scenario, trainee: wish.trainee, language, startedBy: wish.trainee });
  if ('run' in outcome) return outcome.run;
  throw new PlayError(outcome.message);
}

/** The line of JSON that says how the scenario ended. */
export const outcomeLine = ({ id, scenario, trainee, status, reason, percent, traceIds }: TrainingRun): string =>
  JSON.stringify({ run: id, scenario, trainee, status, reason, percent, traceIds });

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PlayError(`--scenario ${file} cannot be read: ${String(error)}`, { cause: error });
  }
}
