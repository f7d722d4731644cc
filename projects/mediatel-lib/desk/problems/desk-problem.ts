import type { LeaderTabState } from 'mediatel-lib/ports';
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

/** What a notice's button does besides the store's own repairs. */
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

/** Something amiss, in words, and its mend. `key` names this one occurrence: dismissed, it does not come back. */
export interface DeskProblem {
  readonly key: string;
  readonly tone: NoticeTone;
  readonly words: string;
  readonly detail: string | null;
  readonly action: ProblemAction | null;
}

/** The rest of what problems are told from. `now` is monotonic milliseconds. */
export interface ProblemContext extends DeskViewModel {
  readonly commands: CommandsState;
  readonly disagreements: readonly NamedDisagreement[];
  readonly audioProblems: readonly AudioProblem[];
  readonly notReady: NotReadyReason | null;
  readonly tab: LeaderTabState;
  readonly forcePause: ForcePause | null;
  readonly missed: readonly MissedCall[];
  /** The browser blocked the page of the call that is in its after-call work. */
  readonly isPopBlocked: boolean;
  /** Codes and note that Mediatel may not have taken, in words. */
  readonly unconfirmed: string | null;
  /** The clipboard refused them. */
  readonly copyRefused: boolean;
  /** Seconds left of the call and of the pause, where a warning is due; negative once over. */
  readonly callLeft: number | null;
  readonly pauseLeft: number | null;
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
