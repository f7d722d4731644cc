import type { ReadinessCauses, ReadinessCheckName } from 'mediatel-lib/ports';
import type { ActLabels } from './act-labels';
import type { AlertLabels, AuditLabels } from './alert-labels';
import type { BoardLabels } from './board-labels';
import type { DayLabels } from './day-labels';
import type { LayoutLabels } from './layout-labels';
import type { WallLabels } from './wall-labels';
import type { ShortcutName } from './shortcut-name';

/** Why a call was missed: the kinds of the store's `MissedReason`. */
export type MissedKind =
  | 'not-registered'
  | 'sip-connection-lost'
  | 'no-microphone'
  | 'busy'
  | 'not-answered'
  | 'caller-gave-up'
  | 'answered-elsewhere'
  | 'tab-asleep'
  | 'not-connected'
  | 'never-rang';

/** Texts of rarely opened views: the check before the shift, the own calls, the shortcuts, the supervisor's views. */
export interface ViewLabels {
  /** The page “Sound and line check”. */
  readonly readiness: {
    /** Summary: every check has passed. */
    readonly ready: string;
    /** Summary: how many checks have not passed. */
    readonly open: (count: number) => string;
    /** A check's result, for screen readers. */
    readonly status: Readonly<Record<'passed' | 'waiting' | 'failed', string>>;
    /** Names of the checks. */
    readonly check: Readonly<Record<ReadinessCheckName, string>>;
    /** Below a check: the cause and what to do about it. */
    readonly cause: { readonly [Name in ReadinessCheckName]: Readonly<Record<ReadinessCauses[Name], string>> };
    /** Label of the list of microphones. */
    readonly microphone: string;
    /** Label of the list of speakers. */
    readonly speaker: string;
    /** Label of the list of devices that ring. */
    readonly ringer: string;
    /** How loud the other party's voice is. */
    readonly voiceVolume: string;
    /** How loud a call rings. */
    readonly ringVolume: string;
    /** First entry of each list. */
    readonly systemDefault: string;
    /** Entry for a device whose name the browser hides; `index` begins with 1. */
    readonly unnamed: (index: number) => string;
    /** The chosen device is not plugged in. */
    readonly missing: (name: string) => string;
    /** Another program holds the chosen device: its name, and the device in use instead. */
    readonly refused: (name: string, standIn: string) => string;
    /** Instead of the list of speakers, when the browser lets nobody choose. */
    readonly onlyDefault: string;
    /** Button that plays a test sound. */
    readonly play: string;
    /** The same button while the sound plays. */
    readonly playing: string;
    /** Above the list of snapshot fields that can't be read. */
    readonly unread: string;
    /** Button of a failed check. */
    readonly tryAgain: string;
    /** Asks the operator to allow notifications. */
    readonly notices: string;
    /** Button beside that question. */
    readonly allowNotices: string;
    /** Instead of that question: the browser refused notifications. */
    readonly noticesDenied: string;
  };

  /** The page “My calls today”. */
  readonly calls: {
    /** While there are no calls. */
    readonly none: string;
    /** A call without a call code. */
    readonly noCode: string;
    /** A call whose codes Mediatel may not have saved. */
    readonly unconfirmed: string;
    /** A call that nobody answered. */
    readonly notAnswered: string;
    /** Button beside `unconfirmed`. */
    readonly copyCodes: string;
  };

  /** The page “Why it was missed”. */
  readonly missed: {
    /** While there are no missed calls. */
    readonly none: string;
    /** What happened, in plain words. `seconds` is at least 1, and used only by reasons that have a duration. */
    readonly why: Readonly<Record<MissedKind, (seconds: number) => string>>;
    /** What to do to prevent the next missed call. */
    readonly todo: Readonly<Record<MissedKind, string>>;
    /** Mediatel put the operator on a pause because of this call. */
    readonly forcePause: string;
    /** Button that puts the number into the dialer. */
    readonly takeNumber: string;
    /** Button that dismisses all missed calls. */
    readonly dismissAll: string;
  };

  /** The page “Keyboard shortcuts”. */
  readonly shortcuts: {
    /** What each shortcut does. */
    readonly name: Readonly<Record<ShortcutName, string>>;
    /** Heading of the shortcuts that can't be changed. */
    readonly fixed: string;
    /** Heading of the shortcuts that can be changed. */
    readonly changeable: string;
    /** A shortcut's button, for screen readers. */
    readonly change: (what: string) => string;
    /** The same button while it waits for the new key. */
    readonly pressKey: string;
    /** The key was refused: another shortcut has it. */
    readonly taken: (what: string) => string;
    /** The key was refused: typing needs it. */
    readonly reserved: string;
    /** Button that restores the default keys. */
    readonly reset: string;
    /** Hint: which shortcuts work on the whole page. */
    readonly everywhere: string;
  };

  /** What a supervisor wrote or did, in a line over the desk's foot. */
  readonly asked: {
    /** Name of the list of these lines, for screen readers. */
    readonly title: string;
    /** Before the text of a message, with a colon between. */
    readonly message: (who: string) => string;
    /** A command that was carried out. */
    readonly request: Readonly<Record<'endPause' | 'logout' | 'restart', (who: string) => string>>;
    /** A pause that was taken. */
    readonly takePause: (who: string, pause: string) => string;
    /** Button that removes the line. */
    readonly understood: string;
  };

  /** The supervisor's board. */
  readonly board: BoardLabels;
  /** The supervisor's day report. */
  readonly day: DayLabels;
  /** The board's layouts and saved views. */
  readonly layout: LayoutLabels;
  /** The wall screen. */
  readonly wall: WallLabels;
  /** The supervisor's alerts. */
  readonly alerts: AlertLabels;
  /** The supervisors' audit log. */
  readonly audit: AuditLabels;
  /** What a supervisor does: menus, questions, outcomes, the side sheet. */
  readonly acts: ActLabels;
}
