import type { ReadinessCauses, ReadinessCheckName } from 'mediatel-lib/ports';
import type { AlertLabels, AuditLabels } from './alert-labels';
import type { BoardLabels } from './board-labels';
import type { DayLabels } from './day-labels';
import type { LayoutLabels } from './layout-labels';
import type { ShortcutName } from './shortcut-name';

/** Why a call was missed, as the store tells it. */
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

/** Texts of the views that are seldom open: the check before the shift, the own calls, the shortcuts. */
export interface ViewLabels {
  readonly readiness: {
    readonly ready: string;
    readonly open: (count: number) => string;
    readonly status: Readonly<Record<'passed' | 'waiting' | 'failed', string>>;
    readonly check: Readonly<Record<ReadinessCheckName, string>>;
    /** Each cause with what to do about it. */
    readonly cause: { readonly [Name in ReadinessCheckName]: Readonly<Record<ReadinessCauses[Name], string>> };
    readonly microphone: string;
    readonly speaker: string;
    readonly ringer: string;
    readonly systemDefault: string;
    readonly unnamed: (index: number) => string;
    readonly missing: (name: string) => string;
    /** A chosen device that another program holds, and what serves instead. */
    readonly refused: (name: string, standIn: string) => string;
    readonly onlyDefault: string;
    readonly play: string;
    readonly playing: string;
    /** Fields of snapshots that can't be read, listed below it. */
    readonly unread: string;
    readonly tryAgain: string;
    readonly notices: string;
    readonly allowNotices: string;
    readonly noticesDenied: string;
  };

  readonly calls: {
    readonly none: string;
    readonly noCode: string;
    readonly unconfirmed: string;
    readonly notAnswered: string;
    readonly copyCodes: string;
  };

  readonly missed: {
    readonly none: string;
    /** What happened, in plain words. `seconds` where the reason has a time. */
    readonly why: Readonly<Record<MissedKind, (seconds: number) => string>>;
    /** What to do so that the next one is not missed. */
    readonly todo: Readonly<Record<MissedKind, string>>;
    readonly forcePause: string;
    readonly takeNumber: string;
    readonly dismissAll: string;
  };

  readonly shortcuts: {
    readonly name: Readonly<Record<ShortcutName, string>>;
    readonly fixed: string;
    readonly changeable: string;
    readonly change: (what: string) => string;
    readonly pressKey: string;
    readonly taken: (what: string) => string;
    readonly reserved: string;
    readonly reset: string;
    readonly everywhere: string;
  };

  /** What a supervisor asked of the operator, told to the operator. */
  readonly asked: {
    readonly title: string;
    readonly message: (who: string) => string;
    readonly request: Readonly<Record<'endPause' | 'logout' | 'restart', (who: string) => string>>;
    readonly takePause: (who: string, pause: string) => string;
    readonly refused: string;
    readonly understood: string;
  };

  readonly board: BoardLabels;
  readonly day: DayLabels;
  readonly layout: LayoutLabels;
  readonly alerts: AlertLabels;
  readonly audit: AuditLabels;
}
