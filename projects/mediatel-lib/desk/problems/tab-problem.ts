import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, type ProblemAction, problem } from './desk-problem';

/** The phone is in another tab. The quiet notice shows only when the operator has no call and no after-call work. */
export function tabProblem({ agent, call, commands, tab }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (tab.status === 'alone') {
    return problem('only-tab', 'info', text.problem.onlyTab, { type: 'dismiss', label: text.dismiss });
  }
  if (tab.status !== 'following') return null;
  const bring: ProblemAction = { type: 'bringPhone', label: text.action.bringPhone };
  if (tab.foreign) return problem('foreign-tab', 'warning', text.problem.foreignTab, bring);
  if (tab.silent) return problem('silent-tab', 'warning', text.problem.silentTab, bring);
  if (call !== null || agent.phase === 'clerical' || commands.nextPause !== null) return null;
  return problem('other-tab', 'info', text.problem.otherTab, bring);
}
