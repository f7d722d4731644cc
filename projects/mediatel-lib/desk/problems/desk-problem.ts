import type { CallMove, LeaderTabState } from 'mediatel-lib/ports';
import type {
  AudioProblem,
  CommandsState,
  ForcePause,
  MissedCall,
  NamedDisagreement,
  RecoveryAction,
  NotReadyReason,
} from 'mediatel-lib/store';
import type { NoticeTone } from 'mediatel-lib/ui';
import type { DeskViewModel } from '../state/appearance-of';

/** Actions of a notice's button that are not recovery actions of the store. */
type DeskOwnAction =
  | 'bringPhone'
  | 'signIn'
  | 'logIn'
  | 'dismissRefusal'
  | 'dismiss'
  | 'checkPhone'
  | 'showMissed'
  | 'copyCodes'
  | 'openPop'
  | 'logOut';

/** A notice's button. */
export type ProblemAction = { readonly label: string } & (
  { readonly type: DeskOwnAction } | { readonly type: 'recovery'; readonly recovery: RecoveryAction }
);

/** A problem in plain words, with the button that helps. `key` identifies this occurrence: dismissed, it does not return. */
export interface DeskProblem {
  readonly key: string;
  readonly tone: NoticeTone;
  readonly words: string;
  readonly detail: string | null;
  readonly action: ProblemAction | null;
}

/** A limit of the operator's `ClientApp` that is reached. */
export interface Reminder {
  /** What it says, as the key of its text. */
  readonly kind: 'clericalLong' | 'dialUnanswered';
  /** The limit, in seconds. */
  readonly seconds: number;
  /** When the state began, by the server's clock (ms). */
  readonly startedAt: number;
}

/** All facts from which problems are found. `now` is in monotonic milliseconds. */
export interface ProblemContext extends DeskViewModel {
  readonly commands: CommandsState;
  readonly disagreements: readonly NamedDisagreement[];
  readonly audioProblems: readonly AudioProblem[];
  readonly notReady: NotReadyReason | null;
  readonly tab: LeaderTabState;
  readonly callMove: CallMove | null;
  /** Whether the `closeCall` of a hang-up is still to be sent. */
  readonly isCloseOwed: boolean;
  readonly forcePause: ForcePause | null;
  readonly missed: readonly MissedCall[];
  /** Whether the browser blocked the customer's page. */
  readonly isPopBlocked: boolean;
  /** Codes and note that Mediatel may not have saved, as one text. */
  readonly unconfirmed: string | null;
  /** Whether the browser refused to copy them. */
  readonly copyRefused: boolean;
  /** Seconds left of the call, when a warning is due; negative after the limit. */
  readonly callLeft: number | null;
  /** Seconds left of the pause, when a warning is due; negative after the limit. */
  readonly pauseLeft: number | null;
  readonly reminder: Reminder | null;
  readonly now: number;
  readonly dismissed: ReadonlySet<string>;
}

export const problem = (
  key: string,
  tone: NoticeTone,
  words: string,
  action: DeskProblem['action'] = null,
  detail: string | null = null,
): DeskProblem => ({ key, tone, words, detail, action });
