import type { DeskLayout, DeskPageName, OwnCall } from 'mediatel-lib/desk';
import type { AudioDevices, AudioFacts, CallQuality, LeaderTabState } from 'mediatel-lib/ports';
import type {
  AgentState,
  CommandsState,
  LinkState,
  MissedCall,
  SoftphoneState,
  SupervisorNote,
} from 'mediatel-lib/store';

/** An operator's whole state, frozen for a picture. Server clock and monotonic clock are both at `sceneNow`. */
export interface DeskScene {
  readonly name: string;
  readonly agent: AgentState;
  readonly link: LinkState;
  readonly softphone: SoftphoneState;
  readonly commands: CommandsState;
  readonly number?: string;
  readonly note?: string;
  readonly codeIds?: readonly string[];
  readonly recent?: readonly string[];
  readonly clericalSeconds?: number;
  readonly layout?: DeskLayout;
  readonly page?: DeskPageName;
  readonly pauseLimits?: Readonly<Record<string, number>>;
  readonly missed?: readonly MissedCall[];
  readonly ownCalls?: readonly OwnCall[];
  readonly notes?: readonly SupervisorNote[];
  readonly quality?: CallQuality;
  readonly devices?: AudioDevices;
  readonly audioFacts?: AudioFacts;
  /** Which tab is the phone; this one by default. */
  readonly tab?: LeaderTabState;
  readonly signInForm?: boolean;
  /** Whether the desk is not displayed, so that its dialog shows the step after the call. */
  readonly isHidden?: boolean;
}

export const sceneNow = 1_616_666_470_000;
