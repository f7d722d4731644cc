import { type MediatelLabels, formatDuration } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';

/** The after-call work takes long, or nobody answers a dialled call. Each call reminds once. */
export function reminderProblem({ reminder }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (reminder === null) return null;
  const { kind, seconds, startedAt } = reminder;
  const key = `reminder ${kind} ${startedAt}`;
  const words = text.problem[kind](formatDuration(seconds));
  return problem(
    key,
    'warning',
    words,
    kind === 'clericalLong'
      ? { type: 'dismiss', label: text.dismiss }
      : { type: 'recovery', recovery: { type: 'hangUp' }, label: text.cancel },
  );
}
