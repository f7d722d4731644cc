import type { AgentAppearance } from '../../appearance/appearance';
import type { AudioLabels } from './audio-labels';
import type { ViewLabels } from './view-labels';

/** States whose names say what Mediatel is about. */
export type MomentaryState =
  | 'STATE_MUTE'
  | 'STATE_DIALPAD'
  | 'STATE_PREDICTIVE'
  | 'STATE_PAUSE_LIST'
  | 'STATE_CRT_DETAILS'
  | 'STATE_HOLD_DIALPAD'
  | 'STATE_HOLD_MAKECALL_PROGRESS'
  | 'STATE_HOLD_MAKECALL_FAILED';

/** Every text that the library's components show. A language is one such object; see `englishLabels`. */
export interface MediatelLabels {
  /** BCP 47 tag, for `lang` and for number formats. */
  readonly language: string;
  readonly audio: AudioLabels;
  /** Texts of the seldom open views, which may come in a chunk of their own. */
  readonly views: () => Promise<ViewLabels>;
  /** The seldom open views' titles, and what of theirs is seen elsewhere. */
  readonly page: {
    readonly back: string;
    readonly loading: string;
    readonly loadFailed: string;
    readonly language: string;
    readonly moveDesk: string;
    readonly saveFlight: string;
    readonly readiness: string;
    readonly calls: string;
    readonly missed: string;
    /** Heading of the view of missed calls. */
    readonly whyMissed: string;
    readonly recording: string;
    readonly play: (number: string) => string;
    readonly download: (number: string) => string;
    readonly recordingFailed: Readonly<Record<'absent' | 'unauthorised' | 'unreachable' | 'failed', string>>;
    readonly history: (count: number) => string;
  };

  readonly appearance: Readonly<Record<AgentAppearance, string>>;
  /** What Mediatel is about in states that pass by, and in those of a consultation on hold. */
  readonly moment: Readonly<Record<MomentaryState, string>>;
  /** What is left of a limit: `left('0:21')` is “0:21 left”. */
  readonly left: (time: string) => string;
  /** What a limit was exceeded by. */
  readonly over: (time: string) => string;
  readonly timeInState: string;
  readonly noConnection: string;
  readonly predictiveOn: string;

  readonly call: string;
  readonly cancel: string;
  readonly hangUp: string;
  readonly answer: string;
  readonly save: string;
  readonly saveAndPause: string;
  readonly saving: string;
  readonly endPause: string;
  readonly logIn: string;

  readonly phoneNumber: string;
  readonly phoneNumberHint: string;
  readonly numberIncomplete: string;
  readonly numberUnusual: string;
  readonly eraseDigit: string;
  readonly clear: string;
  readonly keypad: string;
  readonly digit: (digit: string) => string;
  readonly queue: string;
  readonly noQueues: string;
  readonly recent: string;
  readonly noRecent: string;
  readonly dialAgain: (number: string) => string;

  readonly pause: string;
  readonly pauses: string;
  readonly search: string;
  readonly nothingFound: (text: string) => string;
  readonly noPauses: string;

  readonly incoming: string;
  readonly outgoing: string;
  readonly predictive: string;
  readonly unknownNumber: string;
  /** Title of the browser's notification. */
  readonly incomingCall: string;
  readonly customer: string;
  readonly callId: string;
  /** Raises the page of a call's customer that the browser blocked. */
  readonly openPop: string;
  readonly copyCallId: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly waited: (time: string) => string;
  readonly you: string;
  readonly them: string;
  readonly level: (who: string) => string;

  readonly mute: string;
  readonly unmute: string;
  readonly hold: string;
  readonly retrieve: string;
  readonly keys: string;
  readonly note: string;
  readonly nobodyHears: string;
  readonly heldFor: (time: string) => string;

  readonly howDidItEnd: string;
  readonly callCodes: string;
  readonly noCallCodes: string;
  readonly chosen: (count: number) => string;
  readonly nextPause: (name: string) => string;
  readonly dropNextPause: string;
  readonly putAside: string;
  readonly bringBack: string;
  readonly draftKept: string;

  readonly desk: string;
  readonly restHint: string;
  readonly startingHint: string;
  readonly menu: string;
  readonly logOut: string;
  readonly restartAgent: string;
  readonly restartInCall: string;
  readonly bringPhoneInCall: string;
  readonly turnPredictiveOn: string;
  readonly turnPredictiveOff: string;
  readonly shortcuts: string;
  readonly close: string;

  readonly login: string;
  readonly password: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly enterLogin: string;

  readonly readiness: string;
  readonly microphone: string;
  readonly sound: string;
  readonly line: string;
  readonly details: string;
  readonly dismiss: string;

  /** Why a control is disabled. */
  readonly why: {
    readonly onlyWhileAvailable: string;
    readonly onlyInCall: string;
    readonly notInCall: string;
    readonly notAllowed: (what: string) => string;
    readonly notConnected: string;
    readonly waitingForServer: string;
    readonly enterNumber: string;
    readonly chooseCode: string;
    readonly notRegistered: string;
    readonly noAudio: string;
  };

  /** Problems that take the readiness strip's place, and the words on the button that mends them. */
  readonly problem: {
    readonly connecting: string;
    readonly unreachable: string;
    /** Chrome’s Local Network Access, denied. */
    readonly networkBlocked: string;
    readonly tryingAgain: (seconds: number) => string;
    readonly unauthorised: string;
    readonly kicked: string;
    readonly takenOver: string;
    readonly stillLoggedIn: string;
    readonly agentUnavailable: string;
    /** A snapshot could not be read. */
    readonly unreadable: string;
    /** The extension that Mediatel rings, and the one of this phone. */
    readonly otherExtension: (theirs: string, ours: string) => string;
    readonly agentUnusable: string;
    /** The library logged in by itself once, and does so no more. */
    readonly loggedOutAgain: string;
    readonly loginFailed: string;
    readonly accountFailed: string;
    readonly notRegistered: string;
    readonly registering: string;
    readonly registrationRejected: string;
    /** JsSIP did not come, or took the account for none. */
    readonly phoneNotLoaded: string;
    readonly otherContacts: (count: number) => string;
    readonly microphoneAsking: string;
    readonly microphoneDenied: string;
    readonly microphoneAbsent: string;
    readonly microphoneBusy: string;
    readonly microphoneInsecure: string;
    readonly microphoneLost: string;
    readonly microphoneFailed: string;
    readonly mutedByServer: string;
    readonly callFailed: string;
    /** -223: the operator's own phone did not answer. */
    readonly phoneSilent: string;
    readonly forcePause: string;
    readonly forcePauseTodo: string;
    readonly mutedHereOnly: string;
    readonly noRing: string;
    readonly callEnds: (seconds: number) => string;
    readonly pauseEnds: (time: string) => string;
    readonly pauseOver: (time: string) => string;
    readonly notReady: string;
    readonly callMissed: string;
    readonly agentSilent: string;
    readonly refused: string;
    readonly noAudio: string;
    readonly strayAudio: string;
    readonly codeUnconfirmed: string;
    /** The clipboard could not be written to. */
    readonly copyRefused: string;
    readonly lateCall: string;
    readonly popBlocked: string;
    /** Another of the operator's tabs is the phone; `foreignTab`: with another version of the library in it. */
    readonly otherTab: string;
    readonly foreignTab: string;
    /** The leading tab leaves questions unanswered while its call lasts. */
    readonly silentTab: string;
    /** The browser can't tell tabs from each other. */
    readonly onlyTab: string;
    readonly wrongCredentials: string;
  };
  readonly action: {
    readonly tryNow: string;
    readonly connect: string;
    readonly signInAgain: string;
    readonly askAgain: string;
    readonly play: string;
    readonly endCall: string;
    readonly checkPhone: string;
    readonly why: string;
    readonly copyCode: string;
    readonly muteThere: string;
    readonly open: string;
    readonly bringPhone: string;
  };

  /** What each shortcut does, as listed under `?`. */
  readonly shortcut: {
    readonly digits: string;
    readonly chooseCode: string;
    readonly enterSaves: string;
    readonly search: string;
  };
}
