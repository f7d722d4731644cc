import type { AutoAnswerPolicy, OperatorRules } from 'mediatel-lib/ports';
import { type CommandRefusals, type MediatelCall, autoAnswerKind } from 'mediatel-lib/store';
import type { ActionTone, IconName, MediatelLabels } from 'mediatel-lib/ui';
import type { DeskViewModel } from './appearance-of';
import type { ClericalPlace } from './clerical-place';
import { isSynced } from './stale-audio';
import { refusalWords } from './refusal-words';

/** What the primary action can do. */
export type PrimaryMeaning =
  'signIn' | 'logIn' | 'call' | 'cancel' | 'answer' | 'hangUp' | 'chooseCode' | 'save' | 'endPause';

/** The primary action in the present state. */
export interface PrimaryChoice {
  readonly meaning: PrimaryMeaning;
  readonly label: string;
  readonly icon: IconName;
  readonly tone: ActionTone;
  /** Why it can't be done now; `null` when it can. */
  readonly reason: string | null;
}

/** What decides whether a call is answered automatically. */
export interface AnswerRules {
  readonly autoAnswer: AutoAnswerPolicy;
  readonly operatorRules: Pick<OperatorRules, 'answers' | 'answerDelay'>;
}

/** All facts on which the choice depends. */
export interface PrimaryContext extends DeskViewModel, AnswerRules {
  readonly refusals: CommandRefusals;
  readonly isPhoneReady: boolean;
  readonly number: string;
  readonly chosenCodes: readonly string[];
  readonly clericalPlace: ClericalPlace;
}

/** The primary action of the present state: Call → Cancel → Hang up → Save, and those outside this cycle. */
export function primaryChoice(context: PrimaryContext, text: MediatelLabels): PrimaryChoice {
  const { agent, call, link, refusals } = context;
  const { status } = link.session;
  if (status === 'signedOut' || status === 'failed' || status === 'signingIn') {
    return choice('signIn', text.logIn, 'power', 'plain', status === 'signingIn' ? text.signingIn : null);
  }
  if (call !== null) return callChoice(context, text);
  switch (agent.phase) {
    case 'loggedOut':
      return choice('logIn', text.logIn, 'power', 'plain', refusalWords(refusals.logIn, 'logIn', text));
    case 'paused':
      return choice('endPause', text.endPause, 'play', 'go', refusalWords(refusals.endPause, 'endPause', text));
    case 'clerical':
      return clericalChoice(context, text);
    default: {
      const reason = callObstacle(refusals, context.isPhoneReady, context.number, text);
      return choice('call', text.call, 'call', 'go', reason);
    }
  }
}

/** From this delay on (ms), the operator may want to answer before the desk does. */
const noticeableDelay = 2000;

/** Whether a call rings that is not answered automatically, or only after a while. */
export function waitsForAnswer(
  call: MediatelCall | null,
  { autoAnswer, operatorRules: { answers, answerDelay } }: AnswerRules,
): boolean {
  if (call?.audio !== 'ringing') return false;
  if (autoAnswer === 'never' || answerDelay >= noticeableDelay) return true;
  if (call.phase === 'audio-only') return autoAnswer === 'expected' || !answers.other;
  return !answers[autoAnswerKind({ callDirection: call.direction, phase: call.phase })];
}

function callChoice(context: PrimaryContext, text: MediatelLabels): PrimaryChoice {
  const { call, link, refusals } = context;
  if (waitsForAnswer(call, context)) return choice('answer', text.answer, 'call', 'go', null);
  // Hanging up stays possible while the command waits for an answer: a second press is harmless.
  const refusal = refusals.hangUp?.reason === 'already-pending' ? null : refusals.hangUp;
  const reason = refusalWords(refusal, 'hangUp', text);
  // Audio without a first snapshot of the call means that nobody talks yet.
  const isComing = call?.phase === 'audio-only' && isSynced(link);
  return isComing || call?.phase === 'dialing' || call?.phase === 'delivered'
    ? choice('cancel', text.cancel, 'hangUp', 'stop', reason)
    : choice('hangUp', text.hangUp, 'hangUp', 'stop', reason);
}

function clericalChoice({ chosenCodes, clericalPlace, refusals }: PrimaryContext, text: MediatelLabels): PrimaryChoice {
  // The dialog has its own Save: there is never a second one.
  if (clericalPlace === 'dialog' || (clericalPlace === 'aside' && chosenCodes.length === 0)) {
    return choice('chooseCode', text.bringBack, 'clerical', 'plain', null);
  }
  const reason =
    chosenCodes.length === 0 ? text.why.chooseCode : refusalWords(refusals.saveCallCodes, 'saveCallCodes', text);
  const isSaving = refusals.saveCallCodes?.reason === 'already-pending';
  return choice('save', isSaving ? text.saving : text.save, 'available', 'go', reason);
}

/** Why no call can be made to a number now, in words; `null` when it can. */
export function callObstacle(
  refusals: CommandRefusals,
  isPhoneReady: boolean,
  number: string,
  text: MediatelLabels,
): string | null {
  const refused = refusalWords(refusals.makeCall, 'makeCall', text);
  if (refused !== null) return refused;
  // Mediatel rings the operator first: without a phone that answers, the call fails and a pause is forced.
  if (!isPhoneReady) return text.why.notRegistered;
  return number === '' ? text.why.enterNumber : null;
}

const choice = (
  meaning: PrimaryMeaning,
  label: string,
  icon: IconName,
  tone: ActionTone,
  reason: string | null,
): PrimaryChoice => ({ meaning, label, icon, tone, reason });
