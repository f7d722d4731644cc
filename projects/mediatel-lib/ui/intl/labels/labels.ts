import type { AgentAppearance } from '../../appearance/appearance';
import type { AudioLabels } from './audio-labels';
import type { ProblemLabels } from './problem-labels';
import type { ViewLabels } from './view-labels';

/** States of Mediatel that are shown as a detail beside the operator's state: a second call while the first is on hold. */
export type MomentaryState = 'STATE_HOLD_MAKECALL_PROGRESS' | 'STATE_HOLD_MAKECALL_FAILED';

/** Every text that the library's components show. A language is one such object; see `englishLabels`. */
export interface MediatelLabels {
  /** BCP 47 tag, for `lang` and for number formats. */
  readonly language: string;
  /** Texts about a call's audio. */
  readonly audio: AudioLabels;
  /** Loads the texts of rarely opened views, for example from a chunk of their own. */
  readonly views: () => Promise<ViewLabels>;
  /** Frame and titles of the desk's pages, and texts that other parts share with them. */
  readonly page: {
    /** Button that leaves a page. */
    readonly back: string;
    /** While a page is being loaded. */
    readonly loading: string;
    /** A page could not be loaded. */
    readonly loadFailed: string;
    /** Entry of the desk's menu: the list of languages; name of that list, for screen readers. */
    readonly language: string;
    /** Entry of the desk's menu: moves a floating desk. */
    readonly moveDesk: string;
    /** Entry of the desk's menu: saves the flight recording as a file. */
    readonly saveFlight: string;
    /** Entry of the desk's menu and title of its page: microphone, sound, line. */
    readonly readiness: string;
    /** Entry of the desk's menu and title of its page: the operator's own calls. */
    readonly calls: string;
    /** Entry of the desk's menu: missed calls. */
    readonly missed: string;
    /** Title of the page of missed calls. */
    readonly whyMissed: string;
    /** Button below the after-call work that shows the call's player. */
    readonly recording: string;
    /** Button of the player: plays the recording of a call with this number. */
    readonly play: (number: string) => string;
    /** Button of the player: downloads the recording of a call with this number. */
    readonly download: (number: string) => string;
    /** In the player: why the recording can't be played. */
    readonly recordingFailed: Readonly<Record<'absent' | 'unauthorised' | 'unreachable' | 'failed', string>>;
    /** Button in a call that unfolds earlier contacts: how many there are. */
    readonly history: (count: number) => string;
  };

  /** State bar and board: names of the operator's states. */
  readonly appearance: Readonly<Record<AgentAppearance, string>>;
  /** State bar, beside “On hold”: what becomes of the second call, in a word or two. */
  readonly moment: Readonly<Record<MomentaryState, string>>;
  /** State bar: the time left of a limit; `left('0:21')` is “0:21 left”. */
  readonly left: (time: string) => string;
  /** State bar: the time by which a limit is exceeded. */
  readonly over: (time: string) => string;
  /** State bar: the timer's name, for screen readers. */
  readonly timeInState: string;
  /** State bar: replaces “Not ready” while Mediatel is not connected. */
  readonly noConnection: string;
  /** Why a command is not allowed: the name of automatic dialling. */
  readonly predictiveOn: string;

  /** Primary button: calls the number in the dialer. Also the tooltip of `mediatelDial`. */
  readonly call: string;
  /** Primary button: ends a call that nobody has answered. Also the button that declines a ringing call. */
  readonly cancel: string;
  /** Primary button: ends the call. */
  readonly hangUp: string;
  /** Primary button: answers a ringing call. */
  readonly answer: string;
  /** Primary button after a call: saves the call codes. */
  readonly save: string;
  /** Button of the after-call dialog: saves the call codes, then takes a pause. */
  readonly saveAndPause: string;
  /** Primary button of the after-call dialog while Mediatel has not answered. */
  readonly saving: string;
  /** Primary button during a pause. */
  readonly endPause: string;
  /** Primary button while logged out. */
  readonly logIn: string;

  /** Dialer: name of the number's field, for screen readers. */
  readonly phoneNumber: string;
  /** Dialer: placeholder of the number's field. */
  readonly phoneNumberHint: string;
  /** Dialer, below the number: it is too short. */
  readonly numberIncomplete: string;
  /** Dialer, below the number: the country has no such numbers. */
  readonly numberUnusual: string;
  /** Dialer: button that erases a digit. */
  readonly eraseDigit: string;
  /** Search field of a list: button that clears it. */
  readonly clear: string;
  /** Keypad: its name, for screen readers. */
  readonly keypad: string;
  /** Keypad: name of a key, for screen readers. */
  readonly digit: (digit: string) => string;
  /** Dialer: label of the list of queues. */
  readonly queue: string;
  /** Dialer: instead of the list of queues, when Mediatel offers none. */
  readonly noQueues: string;
  /** Dialer: heading of the numbers dialled before. */
  readonly recent: string;
  /** Dialer: below that heading, while there are none. */
  readonly noRecent: string;
  /** Dialer: button of a number dialled before, for screen readers. */
  readonly dialAgain: (number: string) => string;

  /** The operator's day so far, in a line below the dialer. Times come in words, `1 hr 4 min`. */
  readonly ownDay: {
    /** Name of the line, for screen readers. */
    readonly title: string;
    /** How many calls there were. */
    readonly calls: (count: number) => string;
    /** How long the operator talked. */
    readonly talked: (time: string) => string;
    /** How long the after-call work takes on average. */
    readonly afterCall: (time: string) => string;
  };

  /** Button that opens the list of pause reasons. */
  readonly pause: string;
  /** Name of the list of pause reasons, for screen readers. */
  readonly pauses: string;
  /** Search field of a list: its placeholder. */
  readonly search: string;
  /** Instead of a list or of the board's rows, when the search finds nothing. */
  readonly nothingFound: (text: string) => string;
  /** Instead of the list of pause reasons, when Mediatel offers none. */
  readonly noPauses: string;

  /** Kind of call on the call card, in lists and on the board: the customer called. */
  readonly incoming: string;
  /** Kind of call: the operator dialled. */
  readonly outgoing: string;
  /** Kind of call: Mediatel dialled. */
  readonly predictive: string;
  /** Call card, lists, notification: instead of a number that is withheld. */
  readonly unknownNumber: string;
  /** Title of the browser's notification. */
  readonly incomingCall: string;
  /** Call card: before the customer's id. */
  readonly customer: string;
  /** Call card and lists: before the call's trace id. */
  readonly callId: string;
  /** Button in a call: opens the customer's page that the browser blocked. */
  readonly openPop: string;
  /** Call card: button that copies the trace id. */
  readonly copyCallId: string;
  /** Call card: button that copies the number. */
  readonly copyNumber: string;
  /** Call card: tooltip after copying. */
  readonly copied: string;
  /** Call card: tooltip when the browser refused to copy. */
  readonly notCopied: string;
  /** Call card: how long the customer waited in the queue. */
  readonly waited: (time: string) => string;
  /** Level meters: the operator. */
  readonly you: string;
  /** Level meters: the customer. */
  readonly them: string;
  /** Level meters: a meter's name, for screen readers. */
  readonly level: (who: string) => string;

  /** Button in a call: mutes the operator. */
  readonly mute: string;
  /** Button in a call: unmutes the operator; also in the problem notice. */
  readonly unmute: string;
  /** State bar, before the state: the operator is muted in a call. */
  readonly muted: string;
  /** Button in a call: puts the customer on hold. */
  readonly hold: string;
  /** Button in a call: takes the customer back from hold. */
  readonly retrieve: string;
  /** Button in a call: opens the keypad for tones. */
  readonly keys: string;
  /** Button in a call and name of the note's field. */
  readonly note: string;
  /** In a call, while muted or on hold. */
  readonly nobodyHears: string;
  /** In the call panel: a part of the host failed. */
  readonly slotFailed: string;
  /** In a call, before `nobodyHears`: how long the customer has been on hold. */
  readonly heldFor: (time: string) => string;

  /** Headings of earlier contacts, for the columns of Mediatel that have a known meaning. */
  readonly contact: Readonly<Record<'when' | 'duration' | 'operator' | 'result', string>>;
  /** Title of the after-call work. */
  readonly howDidItEnd: string;
  /** After-call work: name of the list of call codes, for screen readers. */
  readonly callCodes: string;
  /** After-call work: instead of the list of call codes, when Mediatel offers none. */
  readonly noCallCodes: string;
  /** After-call work: how many call codes are chosen. */
  readonly chosen: (count: number) => string;
  /** Foot of the desk: the pause that begins after the call. */
  readonly nextPause: (name: string) => string;
  /** Foot of the desk: button that cancels that pause. */
  readonly dropNextPause: string;
  /** After-call dialog: button that minimises it. */
  readonly putAside: string;
  /** Primary button while the after-call dialog is minimised and no code is chosen. */
  readonly bringBack: string;
  /** After-call dialog: second part of the tooltip of its minimise button. */
  readonly draftKept: string;

  /** Name of the desk, for screen readers. */
  readonly desk: string;
  /** Body of the desk while logged out. */
  readonly restHint: string;
  /** Body of the desk while signing in. */
  readonly startingHint: string;
  /** Button that opens the desk's menu. */
  readonly menu: string;
  /** Entry of the desk's menu; button of the problem notice about another extension. */
  readonly logOut: string;
  /** Entry of the desk's menu; button of problem notices about the agent. */
  readonly restartAgent: string;
  /** Confirms a restart of the agent during a call. */
  readonly restartInCall: string;
  /** Confirms that this tab takes the phone during a call. */
  readonly bringPhoneInCall: string;
  /** Entry of the desk's menu: turns automatic dialling on. */
  readonly turnPredictiveOn: string;
  /** Entry of the desk's menu: turns automatic dialling off. */
  readonly turnPredictiveOff: string;
  /** Entry of the desk's menu and title of its page. */
  readonly shortcuts: string;
  /** Not shown by the present components. */
  readonly close: string;

  /** Sign-in form: label of the login. */
  readonly login: string;
  /** Sign-in form: label of the password. */
  readonly password: string;
  /** Sign-in form: its title and its button. */
  readonly signIn: string;
  /** Sign-in form: its button while signing in. Also why the primary button is disabled. */
  readonly signingIn: string;
  /** Sign-in form: login or password is missing. */
  readonly enterLogin: string;

  /** Readiness strip: its name, for screen readers. */
  readonly readiness: string;
  /** Readiness strip: the microphone. */
  readonly microphone: string;
  /** Readiness strip, after the microphone: it has picked up no voice lately. */
  readonly microphoneQuiet: string;
  /** Tooltip of that word. */
  readonly microphoneQuietWhy: string;
  /** Readiness strip: the audio output. */
  readonly sound: string;
  /** Readiness strip: the phone's line. */
  readonly line: string;
  /** Problem notice and missed calls: unfolds details. */
  readonly details: string;
  /** Problem notice and missed calls: button that dismisses one. */
  readonly dismiss: string;

  /** Tooltips: why a control is disabled. */
  readonly why: {
    /** The command needs the state “available”. */
    readonly onlyWhileAvailable: string;
    /** The command needs a call. */
    readonly onlyInCall: string;
    /** The command is not possible in a call. */
    readonly notInCall: string;
    /** The command named `what` is not possible in this state. */
    readonly notAllowed: (what: string) => string;
    /** Mediatel is not connected, or has not sent its state yet. */
    readonly notConnected: string;
    /** The command was sent and is not answered yet. */
    readonly waitingForServer: string;
    /** The CRM is asked whether the number may be dialled. Also a notice. */
    readonly checking: string;
    /** The CRM could not say whether the number may be dialled. */
    readonly notChecked: string;
    /** There is no number to dial. */
    readonly enterNumber: string;
    /** No call code is chosen. */
    readonly chooseCode: string;
    /** The phone could not take the call. */
    readonly notRegistered: string;
    /** Tones need audio, and this tab has none. */
    readonly noAudio: string;
  };

  /** Problem notices at the foot of the desk, one at a time. */
  readonly problem: ProblemLabels;
  /** Buttons of problem notices. */
  readonly action: {
    /** Connects or registers now. */
    readonly tryNow: string;
    /** Connects again after Mediatel ended the connection. */
    readonly connect: string;
    /** Signs in again. */
    readonly signInAgain: string;
    /** Repeats what failed. */
    readonly askAgain: string;
    /** Plays audio that the browser blocked. */
    readonly play: string;
    /** Ends a call that should not be there. */
    readonly endCall: string;
    /** Opens the page “Sound and line check”. */
    readonly checkPhone: string;
    /** Opens the page of missed calls. */
    readonly why: string;
    /** Copies call codes that may not be saved. */
    readonly copyCode: string;
    /** Mutes the operator in Mediatel too. */
    readonly muteThere: string;
    /** Opens the customer's page that the browser blocked. */
    readonly open: string;
    /** Makes this tab the phone; also in the desk's menu. */
    readonly bringPhone: string;
  };

  /** Page of shortcuts: what the fixed keys do. */
  readonly shortcut: {
    /** Digits in the dialer. */
    readonly digits: string;
    /** Digits in a list of call codes. */
    readonly chooseCode: string;
    /** Enter in a list of call codes. */
    readonly enterSaves: string;
    /** `/` in a list. */
    readonly search: string;
  };
}
