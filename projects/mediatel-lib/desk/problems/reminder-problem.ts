import { type MediatelLabels, formatDuration } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';

/** The after-call work takes long, or nobody answers a dialled call. Each call reminds once. */
export function reminderProblem({ reminder }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (reminder === null) return null;
  const { kind, seconds, startedAt } = reminder;
  const time = formatDuration(seconds);
  const key = `reminder ${kind} ${startedAt}`;
  if (kind === 'clerical') {
    return problem(key, 'warning', text.problem.clericalLong(time), { type: 'dismiss', label: text.dismiss });
  }
  const cancel = { type: 'recovery', recovery: { type: 'hangUp' }, label: text.cancel } as const;
  return problem(key, 'warning', text.problem.dialUnanswered(time), cancel);
}
