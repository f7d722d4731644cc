import type { TrainerRuns } from './trainer-runs';

/** A server without scenarios. */
export const noRuns: TrainerRuns = {
  start: () => 'unknown-scenario',
  stop: () => 'unknown-run',
  pause: () => 'unknown-run',
  resume: () => 'unknown-run',
  push: () => 'unknown-run',
  mark: () => 'unknown-run',
  newest: () => null,
  onChange: () => () => undefined,
};
