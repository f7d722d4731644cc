import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';
import { isSynced } from '../state/stale-audio';

/** Whether both name the same extension. Mediatel may add a prefix, as in `webrtc-2016`. */
function isSameExtension(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || (long.endsWith(short) && /[^\p{L}\p{N}]$/u.test(long.slice(0, -short.length)));
}

/** Mediatel rings another extension than this phone's: each call would end in Force Pause. */
export function otherExtensionProblem({ agent, link, call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { session } = link;
  if (session.status !== 'signedIn' || call !== null || !isSynced(link) || agent.phase === 'loggedOut') return null;
  if (agent.agentExt === null || isSameExtension(agent.agentExt, session.extension)) return null;
  const words = text.problem.otherExtension(agent.agentExt, session.extension);
  return problem(`extension ${agent.agentExt}`, 'error', words, { type: 'logOut', label: text.logOut });
}

/** The snapshot says that the agent can't be used. */
export function unusableAgentProblem({ agent, link, call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (link.session.status !== 'signedIn' || call !== null || !isSynced(link) || agent.isAvailable !== false)
    return null;
  const action = { type: 'recovery', recovery: { type: 'restartAgent' }, label: text.restartAgent } as const;
  return problem('agent-unusable', 'error', text.problem.agentUnusable, action, agent.host);
}

/** Mediatel logged out twice. The library logs in on its own only once: two places must not log each other out forever. */
export function loggedOutAgainProblem(
  { agent, link, commands }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  if (link.session.status !== 'signedIn' || !isSynced(link) || agent.phase !== 'loggedOut') return null;
  if (link.autoLogIn !== 'spent' || commands.statuses.logIn.status === 'pending') return null;
  return problem('logged-out-again', 'warning', text.problem.loggedOutAgain, { type: 'logIn', label: text.logIn });
}
