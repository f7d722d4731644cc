import type { MicrophoneFailure, Registration } from 'mediatel-lib/ports';
import type { CommandsState, LinkState, SignInFailure } from 'mediatel-lib/store';
import type { MediatelLabels, NoticeTone } from 'mediatel-lib/ui';
import type { Situation } from './appearance-of';
import { refusalWords } from './refusal-words';

/** What a notice's button does. */
export type Mend =
  | 'signIn'
  | 'retry'
  | 'reopenMicrophone'
  | 'unlockPlayback'
  | 'unmute'
  | 'hangUp'
  | 'restartAgent'
  | 'dismissRefusal'
  | 'dismiss'
  | 'logIn';

/** Something amiss, in words, and its mend. `key` names this one occurrence: dismissed, it does not come back. */
export interface DeskProblem {
  readonly key: string;
  readonly tone: NoticeTone;
  readonly words: string;
  readonly detail: string | null;
  readonly mend: { readonly does: Mend; readonly label: string } | null;
}

/** The rest of what problems are told from. `now` is monotonic milliseconds. */
export interface ProblemContext extends Situation {
  readonly commands: CommandsState;
  readonly now: number;
  readonly dismissed: ReadonlySet<string>;
}

type Finder = (context: ProblemContext, text: MediatelLabels) => DeskProblem | null;

const problem = (
  key: string,
  tone: NoticeTone,
  words: string,
  mend: DeskProblem['mend'] = null,
  detail: string | null = null,
): DeskProblem => ({ key, tone, words, detail, mend });

/** What hinders the work most comes first; one problem is shown at a time. */
const finders: readonly Finder[] = [
  (context, text) => signInProblem(context.link, text),
  playbackProblem,
  callProblem,
  connectionProblem,
  logInProblem,
  microphoneProblem,
  registrationProblem,
  commandProblem,
  pastProblem,
];

/** The problem that takes the readiness strip's place, or `null` where all is well. */
export function findProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  for (const find of finders) {
    const found = find(context, text);
    if (found !== null && !context.dismissed.has(found.key)) return found;
  }
  return null;
}

/** What a failed sign-in says, for the form too. */
export function signInWords(failure: SignInFailure, text: MediatelLabels): string {
  return failure.reason === 'wrong-credentials' ? text.problem.wrongCredentials : text.problem.accountFailed;
}

function signInProblem({ session }: LinkState, text: MediatelLabels): DeskProblem | null {
  if (session.status !== 'failed') return null;
  const { failure } = session;
  const detail = failure.reason === 'incomplete-account' ? failure.field : failure.detail;
  return problem('sign-in', 'error', signInWords(failure, text), { does: 'signIn', label: text.mend.askAgain }, detail);
}

function playbackProblem({ softphone }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (softphone.playback.status !== 'blocked') return null;
  return problem('playback', 'error', text.problem.playbackBlocked, { does: 'unlockPlayback', label: text.mend.play });
}

function callProblem({ call }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (call === null) return null;
  const endCall = { does: 'hangUp', label: text.mend.endCall } as const;
  if (call.disagreements.includes('no-audio')) return problem('no-audio', 'error', text.problem.noAudio, endCall);
  if (call.disagreements.includes('server-idle')) return problem('stray', 'error', text.problem.strayAudio, endCall);
  if (call.disagreements.includes('muted-at-server-only')) {
    return problem('server-mute', 'error', text.problem.mutedByServer, { does: 'unmute', label: text.unmute });
  }
  return null;
}

function connectionProblem({ link, now }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (link.session.status !== 'signedIn') return null;
  const { connection } = link;
  switch (connection.status) {
    case 'connecting':
      return problem('connecting', 'info', text.problem.connecting);
    case 'unauthorised':
      return problem('unauthorised', 'error', text.problem.unauthorised, {
        does: 'signIn',
        label: text.mend.signInAgain,
      });
    case 'kicked':
      return problem(
        'kicked',
        'error',
        text.problem.kicked,
        { does: 'retry', label: text.mend.connect },
        connection.detail,
      );
    case 'unreachable': {
      const words = `${text.problem.unreachable}, ${again(connection.retryAt, now, text)}`;
      return problem('unreachable', 'error', words, { does: 'retry', label: text.mend.tryNow }, connection.detail);
    }
    case 'connected':
      if (!link.agentUnavailable) return null;
      return problem('farm-full', 'error', text.problem.agentUnavailable, {
        does: 'restartAgent',
        label: text.mend.askAgain,
      });
    case 'closed':
      return null;
  }
}

function logInProblem({ agent, link }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (!link.synced || agent.phase !== 'loggedOut' || agent.loginErrorID === null) return null;
  const mend = { does: 'logIn', label: text.mend.askAgain } as const;
  const words =
    agent.loginErrorText === null ? text.problem.loginFailed : `${text.problem.loginFailed}: ${agent.loginErrorText}`;
  return problem(`log-in ${agent.loginAttempt ?? ''}`, 'error', words, mend);
}

function microphoneProblem({ softphone, link }: ProblemContext, text: MediatelLabels): DeskProblem | null {
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
  const mend = { does: 'reopenMicrophone', label: text.mend.askAgain } as const;
  return problem('microphone', 'error', words[microphone.failure], mend, microphone.detail);
}

function registrationProblem({ softphone, link, now }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const registration: Registration = softphone.registration;
  const mend = { does: 'retry', label: text.mend.tryNow } as const;
  if (link.session.status !== 'signedIn') return null;
  switch (registration.status) {
    case 'waiting': {
      const words = `${text.problem.notRegistered}, ${again(registration.retryAt, now, text)}`;
      return problem('registration', 'error', words, mend, registration.detail);
    }
    case 'rejected': {
      const detail = `SIP ${registration.sipStatus} ${registration.detail}`;
      return problem('registration', 'error', text.problem.registrationRejected, mend, detail);
    }
    case 'connecting':
    case 'registering':
      return problem('registering', 'info', text.problem.registering);
    case 'off':
      return problem('registration-off', 'error', text.problem.notRegistered, mend);
    case 'registered':
      return null;
  }
}

function commandProblem({ commands }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const surfaced = commands.statuses.makeCall;
  if (surfaced.status === 'surfaced') {
    const mend = { does: 'hangUp', label: text.mend.endCall } as const;
    return problem(`surfaced ${surfaced.given.at}`, 'warning', text.problem.lateCall, mend);
  }
  const unanswered = Object.values(commands.statuses).find(({ status }) => status === 'unanswered');
  if (unanswered?.status === 'unanswered') {
    const mend = { does: 'restartAgent', label: text.restartAgent } as const;
    return problem(`unanswered ${unanswered.given.at}`, 'error', text.problem.agentSilent, mend);
  }
  const refusal = commands.lastRefusal;
  if (refusal === null || refusal.refusal.reason === 'already-pending') return null;
  const words = refusalWords(refusal.refusal, refusal.command, text) ?? text.problem.refused;
  return problem('refused', 'warning', words, { does: 'dismissRefusal', label: text.dismiss });
}

function pastProblem({ agent, call, commands, softphone }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  if (call !== null) return null;
  const dismiss = { does: 'dismiss', label: text.dismiss } as const;
  const saving = commands.callCodeSaving;
  if (saving?.status === 'unconfirmed') {
    return problem(`unconfirmed ${saving.callTraceID}`, 'warning', text.problem.codeUnconfirmed, dismiss);
  }
  const refused = softphone.lastRefused;
  if (refused !== null) {
    const detail = refused.refusal === 'no-microphone' ? text.problem.microphoneFailed : text.appearance.talking;
    return problem(`missed ${refused.callId}`, 'warning', text.problem.callMissed, dismiss, detail);
  }
  if (agent.callErrorID !== null && agent.callErrorText !== null) {
    const key = `call ${agent.callErrorID} ${agent.callsSeen}`;
    return problem(key, 'warning', `${text.problem.callFailed}: ${agent.callErrorText}`, dismiss);
  }
  const others = softphone.registration.status === 'registered' ? softphone.registration.otherContacts : 0;
  return others > 0 ? problem(`others ${others}`, 'info', text.problem.otherContacts(others), dismiss) : null;
}

const again = (retryAt: number | null, now: number, text: MediatelLabels): string =>
  text.problem.tryingAgain(retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000)));
