import { callErrors } from 'mediatel-lib/store';
import { type MediatelLabels, formatDuration } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';

/** Why Mediatel put the operator on a pause, and what to do before ending it. */
export function forcePauseProblem({ agent, forcePause }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (forcePause === null) return null;
  const key = `force-pause ${agent.phaseSince ?? agent.phaseReceivedAt}`;
  const { forcePause: words, forcePauseTodo } = text.problem;
  // The page of missed calls says what to do, so that details beside its button would say it twice.
  if (forcePause.missed !== null) return problem(key, 'warning', words, { type: 'showMissed', label: text.action.why });
  return problem(key, 'warning', words, { type: 'checkPhone', label: text.action.checkPhone }, forcePauseTodo);
}

/** The pause's limit is near or exceeded. */
export function pauseLimitProblem({ pauseLeft }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (pauseLeft === null) return null;
  const time = formatDuration(Math.abs(pauseLeft));
  return problem('pause-limit', 'warning', pauseLeft > 0 ? text.problem.pauseEnds(time) : text.problem.pauseOver(time));
}

/** A problem that is over. It waits until the operator has time to read it. */
export function pastProblem(
  { agent, call, commands, missed, softphone, unconfirmed, copyRefused }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  if (call !== null) return null;
  const dismiss = { type: 'dismiss', label: text.dismiss } as const;
  const saving = commands.callCodeSaving;
  if (saving?.status === 'unconfirmed') {
    const key = `unconfirmed ${saving.callTraceID ?? `call ${saving.callNumber}`}`;
    if (copyRefused) {
      const whole = `${saving.callTraceID ?? ''} ${unconfirmed ?? ''}`.trim();
      return problem(key, 'warning', text.problem.copyRefused, dismiss, whole);
    }
    const copy = { type: 'copyCodes', label: text.action.copyCode } as const;
    return problem(key, 'warning', text.problem.codeUnconfirmed, copy, unconfirmed);
  }
  const card = missed.at(-1);
  if (card !== undefined) {
    const why = { type: 'showMissed', label: text.action.why } as const;
    return problem(`missed ${card.id}`, 'warning', text.problem.callMissed, why);
  }
  // An error that is there before this tab has seen a call belongs to an earlier call, and is no longer of interest.
  const isOfACallSeen = agent.callsSeen > 0 || agent.state === 'STATE_MAKECALL_FAILED';
  if (isOfACallSeen && agent.callErrorID === callErrors.extensionSilent) {
    const check = { type: 'checkPhone', label: text.action.checkPhone } as const;
    return problem(`call ${agent.callsSeen}`, 'warning', text.problem.phoneSilent, check, agent.callErrorText);
  }
  if (isOfACallSeen && agent.callErrorID !== null && agent.callErrorText !== null) {
    const key = `call ${agent.callErrorID} ${agent.callsSeen}`;
    return problem(key, 'warning', `${text.problem.callFailed}: ${agent.callErrorText}`, dismiss);
  }
  const others = softphone.registration.status === 'registered' ? softphone.registration.otherContacts : 0;
  return others > 0 ? problem(`others ${others}`, 'info', text.problem.otherContacts(others), dismiss) : null;
}
