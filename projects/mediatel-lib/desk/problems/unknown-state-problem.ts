import type { MediatelLabels } from 'mediatel-lib/ui';
import { isSynced } from '../state/stale-audio';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';

/** Mediatel shows a state that this version does not know. Its name is for whoever asks for details. */
export function unknownStateProblem({ agent, link }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (agent.phase !== 'unknown' || link.session.status !== 'signedIn' || !isSynced(link)) return null;
  return problem(`unknown ${agent.state}`, 'info', text.problem.unknownState, null, `${agent.state} (${agent.status})`);
}
