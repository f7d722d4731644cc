import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, type ProblemAction, problem } from './desk-problem';

/** How long a call's move is told (ms). */
const toldFor = 8000;

/** The call changed its tab, or did not, without being asked to. It goes away by itself. */
export function callMoveProblem(
  { call, callMove, tab, now }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  if (call === null || callMove === null || now - callMove.at >= toldFor) return null;
  const isHere = callMove.how !== 'went-back';
  if (isHere === (tab.status === 'following')) return null;
  const words = {
    'taken-over': text.problem.callTakenOver,
    kept: text.problem.callKept,
    'went-back': text.problem.callWentBack,
  } as const;
  return problem(`call-move ${callMove.at}`, 'info', words[callMove.how]);
}

const bringPhone = (text: MediatelLabels): ProblemAction => ({ type: 'bringPhone', label: text.action.bringPhone });

/** The tab that is the phone does not answer. What it told last of the sound may be over, so this is said first. */
export function silentTabProblem({ tab }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (tab.status !== 'following' || tab.foreign || !tab.silent) return null;
  return problem('silent-tab', 'warning', text.problem.silentTab, bringPhone(text));
}

/** The phone is in another tab. The quiet notice shows only when the operator has no call and no after-call work. */
export function tabProblem({ agent, call, commands, tab }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (tab.status === 'alone') {
    return problem('only-tab', 'info', text.problem.onlyTab, { type: 'dismiss', label: text.dismiss });
  }
  if (tab.status !== 'following') return null;
  if (tab.foreign) return problem('foreign-tab', 'warning', text.problem.foreignTab, bringPhone(text));
  if (call !== null || agent.phase === 'clerical' || commands.nextPause !== null) return null;
  return problem('other-tab', 'info', text.problem.otherTab, bringPhone(text));
}
