import type { MicrophoneFailure, Registration } from 'mediatel-lib/ports';
import { type LinkState, type SignInFailure, type NotReadyReason, isTakenOver } from 'mediatel-lib/store';
import type { MediatelLabels } from 'mediatel-lib/ui';
import { loggedOutAgainProblem, otherExtensionProblem, unusableAgentProblem } from './agent-problem';
import {
  callLimitProblem,
  disagreementProblem,
  qualityProblem,
  returningProblem,
  soundProblem,
  strayAudioProblem,
} from './call-problem';
import { type DeskProblem, type ProblemContext, problem } from './desk-problem';
import { forcePauseProblem, pastProblem, pauseLimitProblem } from './past-problem';
import { owedHangUpProblem } from './owed-hang-up';
import { reminderProblem } from './reminder-problem';
import { refusalWords } from '../state/refusal-words';
import { callMoveProblem, silentTabProblem, tabProblem } from './tab-problem';
import { unknownStateProblem } from './unknown-state-problem';

type Finder = (context: ProblemContext, text: MediatelLabels) => DeskProblem | null;

/** In order of severity. One problem is shown at a time. */
const finders: readonly Finder[] = [
  (context, text) => signInProblem(context.link, text),
  owedHangUpProblem,
  strayAudioProblem,
  silentTabProblem,
  returningProblem,
  soundProblem,
  disagreementProblem,
  callLimitProblem,
  connectionProblem,
  rejectedProblem,
  logInProblem,
  loggedOutAgainProblem,
  otherExtensionProblem,
  unusableAgentProblem,
  microphoneProblem,
  registrationProblem,
  commandProblem,
  callMoveProblem,
  qualityProblem,
  forcePauseProblem,
  pauseLimitProblem,
  reminderProblem,
  unknownStateProblem,
  blockedPopProblem,
  pastProblem,
  tabProblem,
];

/** The most severe problem that is not dismissed; `null` when there is none. */
export function findProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  for (const find of finders) {
    const found = find(context, text);
    if (found !== null && !context.dismissed.has(found.key)) return found;
  }
  return null;
}

/** The text for a failed sign-in, for the notice and the sign-in form. */
export function signInWords(failure: SignInFailure, text: MediatelLabels): string {
  if (failure.reason === 'in-call') return text.why.notInCall;
  return failure.reason === 'wrong-credentials' ? text.problem.wrongCredentials : text.problem.accountFailed;
}

function signInProblem({ session }: LinkState, text: MediatelLabels): DeskProblem | null {
  if (session.status === 'signedOut' && session.stillLoggedIn) {
    const back = { type: 'signIn', label: text.action.signInAgain } as const;
    return problem('still-logged-in', 'warning', text.problem.stillLoggedIn, back);
  }
  const failure = session.status === 'failed' || session.status === 'signedIn' ? (session.failure ?? null) : null;
  if (failure === null) return null;
  const detail =
    failure.reason === 'incomplete-account'
      ? [failure.field, failure.expected].filter(Boolean).join(': ')
      : failure.detail;
  return problem(
    'sign-in',
    'error',
    signInWords(failure, text),
    { type: 'signIn', label: text.action.askAgain },
    detail,
  );
}

function connectionProblem({ agent, link, now }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  // Signing out needs the link too.
  if (link.session.status !== 'signedIn' && link.session.status !== 'signingOut') return null;
  const { connection } = link;
  switch (connection.status) {
    case 'connecting':
      return problem('connecting', 'info', text.problem.connecting);
    case 'unauthorised':
      return problem('unauthorised', 'error', text.problem.unauthorised, {
        type: 'signIn',
        label: text.action.signInAgain,
      });
    case 'kicked':
      // No automatic retry: it would throw the other place out in turn.
      if (isTakenOver(agent)) {
        const back = { type: 'signIn', label: text.action.signInAgain } as const;
        return problem('taken-over', 'error', text.problem.takenOver, back, agent.loginErrorText);
      }
      return problem(
        'kicked',
        'error',
        text.problem.kicked,
        { type: 'recovery', recovery: { type: 'retryNow' }, label: text.action.connect },
        connection.detail,
      );
    case 'unreachable': {
      const why = connection.blocked ? text.problem.networkBlocked : text.problem.unreachable;
      const words = `${why}, ${again(connection.retryAt, now, text)}`;
      return problem(
        'unreachable',
        'error',
        words,
        { type: 'recovery', recovery: { type: 'retryNow' }, label: text.action.tryNow },
        connection.detail,
      );
    }
    case 'connected':
      if (!link.agentUnavailable) return null;
      return problem('farm-full', 'error', text.problem.agentUnavailable, {
        type: 'recovery',
        recovery: { type: 'restartAgent' },
        label: text.action.askAgain,
      });
    case 'closed':
      return null;
  }
}

/** The last snapshot could not be read, so the desk may show an old state. */
function rejectedProblem({ link }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { lastRejection } = link;
  if (lastRejection === null || link.connection.status !== 'connected') return null;
  const { path, reason } = lastRejection;
  return problem('rejected', 'error', text.problem.unreadable, null, path === '' ? reason : `${path} ${reason}`);
}

function logInProblem({ agent, link }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (!link.synced || agent.phase !== 'loggedOut' || agent.loginErrorID === null) return null;
  const action = { type: 'logIn', label: text.action.askAgain } as const;
  const words =
    agent.loginErrorText === null ? text.problem.loginFailed : `${text.problem.loginFailed}: ${agent.loginErrorText}`;
  return problem(`log-in ${agent.loginAttempt ?? ''}`, 'error', words, action);
}

function microphoneProblem({ softphone, link, notReady }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { microphone } = softphone;
  if (link.session.status !== 'signedIn') return null;
  if (microphone.status === 'asking') return problem('microphone-asking', 'warning', text.problem.microphoneAsking);
  if (microphone.status !== 'failed') return null;
  const words: Readonly<Record<MicrophoneFailure, string>> = {
    denied: text.problem.microphoneDenied,
    absent: text.problem.microphoneAbsent,
    busy: text.problem.microphoneBusy,
    insecure: text.problem.microphoneInsecure,
    lost: text.problem.microphoneLost,
    other: text.problem.microphoneFailed,
  };
  const action = { type: 'recovery', recovery: { type: 'reopenMicrophone' }, label: text.action.askAgain } as const;
  return problem(
    'microphone',
    'error',
    withConsequence(words[microphone.failure], notReady, text),
    action,
    microphone.detail,
  );
}

function registrationProblem(
  { softphone, link, now, notReady }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  const registration: Registration = softphone.registration;
  const action = { type: 'recovery', recovery: { type: 'retryNow' }, label: text.action.tryNow } as const;
  if (link.session.status !== 'signedIn') return null;
  switch (registration.status) {
    case 'waiting': {
      if (registration.unauthorised) {
        const signIn = { type: 'signIn', label: text.action.signInAgain } as const;
        return problem('unauthorised', 'error', text.problem.unauthorised, signIn, registration.detail);
      }
      const why = registration.blocked ? text.problem.networkBlocked : text.problem.notRegistered;
      const words = `${why}, ${again(registration.retryAt, now, text)}`;
      return problem('registration', 'error', withConsequence(words, notReady, text), action, registration.detail);
    }
    case 'rejected': {
      const { sipStatus, detail, loaded } = registration;
      const why = loaded === false ? text.problem.phoneNotLoaded : text.problem.registrationRejected;
      const words = withConsequence(why, notReady, text);
      return problem('registration', 'error', words, action, sipStatus === 0 ? detail : `SIP ${sipStatus} ${detail}`);
    }
    case 'connecting':
    case 'registering':
      return problem('registering', 'info', text.problem.registering);
    case 'off':
      return problem('registration-off', 'error', text.problem.notRegistered, action);
    case 'registered':
      return null;
  }
}

function commandProblem({ commands }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (commands.dialCheck !== null) return problem('dial-check', 'info', text.why.checking);
  const surfaced = commands.statuses.makeCall;
  if (surfaced.status === 'surfaced') {
    const action = { type: 'recovery', recovery: { type: 'hangUp' }, label: text.action.endCall } as const;
    return problem(`surfaced ${surfaced.given.sentAt}`, 'warning', text.problem.lateCall, action);
  }
  const unanswered = Object.values(commands.statuses).find(({ status }) => status === 'unanswered');
  if (unanswered?.status === 'unanswered') {
    const action = { type: 'recovery', recovery: { type: 'restartAgent' }, label: text.restartAgent } as const;
    return problem(`unanswered ${unanswered.given.sentAt}`, 'error', text.problem.agentSilent, action);
  }
  const refusal = commands.lastRefusal;
  if (refusal === null || refusal.refusal.reason === 'already-pending' || refusal.refusal.reason === 'checking')
    return null;
  const words = refusalWords(refusal.refusal, refusal.command, text) ?? text.problem.refused;
  return problem('refused', 'warning', words, { type: 'dismissRefusal', label: text.dismiss });
}

/** After a call: the browser blocked the customer's page. During the call the button is below its card. */
function blockedPopProblem({ isPopBlocked, call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (!isPopBlocked || call !== null) return null;
  return problem('pop', 'info', text.problem.popBlocked, { type: 'openPop', label: text.action.open });
}

/** Adds the consequence, when the problem has lasted long enough to keep calls away. */
const withConsequence = (words: string, notReady: NotReadyReason | null, text: MediatelLabels): string =>
  notReady === null ? words : `${text.problem.notReady}. ${words}`;

const again = (retryAt: number | null, now: number, text: MediatelLabels): string =>
  text.problem.tryingAgain(retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000)));
