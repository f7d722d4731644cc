import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';
import { isSynced } from '../state/stale-audio';

/** Whether both name one extension: Mediatel may put its kind before it, as in `webrtc-2016`. */
function isSameExtension(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || (long.endsWith(short) && /[^\p{L}\p{N}]$/u.test(long.slice(0, -short.length)));
}

/** Mediatel rings an extension that is not this phone's: each call would end in Force Pause. */
export function otherExtensionProblem({ agent, link, call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { session } = link;
  if (session.status !== 'signedIn' || call !== null || !isSynced(link) || agent.phase === 'loggedOut') return null;
  if (agent.agentExt === null || isSameExtension(agent.agentExt, session.extension)) return null;
  const words = text.problem.otherExtension(agent.agentExt, session.extension);
  return problem(`extension ${agent.agentExt}`, 'error', words, { type: 'logOut', label: text.logOut });
}

/** The farm says of its own agent that it can't be used. */
export function unusableAgentProblem({ agent, link, call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (link.session.status !== 'signedIn' || call !== null || !isSynced(link) || agent.isAvailable !== false)
    return null;
  const action = { type: 'recovery', recovery: { type: 'restartAgent' }, label: text.restartAgent } as const;
  return problem('agent-unusable', 'error', text.problem.agentUnusable, action, agent.host);
}

/** Logged out by Mediatel a second time: the library logs in by itself once only, so that two places do not log each other out for ever. */
export function loggedOutAgainProblem(
  { agent, link, commands }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  if (link.session.status !== 'signedIn' || !isSynced(link) || agent.phase !== 'loggedOut') return null;
  if (link.autoLogIn !== 'spent' || commands.statuses.logIn.status === 'pending') return null;
  return problem('logged-out-again', 'warning', text.problem.loggedOutAgain, { type: 'logIn', label: text.logIn });
}
