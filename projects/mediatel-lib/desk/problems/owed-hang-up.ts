import { owedClose } from 'mediatel-lib/ports';
import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';

/** Whether a page owes Mediatel the `closeCall` of a call that the operator has hung up. */
export const isCloseOwed = (): boolean => owedClose.read(null) !== null;

/** The operator has hung up, on this page or on an earlier one, and Mediatel could not hear of it yet. */
export function owedHangUpProblem(
  { agent, call, isCloseOwed: isOwed, link, softphone }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  const { connection, session, synced } = link;
  // A link that does not come back by itself says more.
  if (synced || session.status !== 'signedIn' || connection.status === 'kicked' || connection.status === 'unauthorised')
    return null;
  const { call: sip, lastEnded } = softphone;
  const isHungUp = lastEnded?.by === 'operator' && lastEnded.answered && lastEnded.at >= agent.phaseReceivedAt;
  // Before its first snapshot a page knows of no call.
  const isPending = agent.known ? call !== null && sip === null && isHungUp : isOwed;
  if (!isPending) return null;
  const action = { type: 'recovery', recovery: { type: 'retryNow' }, label: text.action.tryNow } as const;
  return problem(`hang-up ${lastEnded?.callId ?? ''}`, 'warning', text.problem.hangUpOwed, action);
}
