import type { LeaderTab } from 'mediatel-lib/ports';
import type { Schedule } from './schedule';
import type { TimerOwner, VirtualTime } from './virtual-time';

/** A tab as the browser sees it. */
export interface Page extends TimerOwner {
  readonly name: string;
  /** `talking`: the answered call. */
  readonly phone: { readonly talking: string | null } | null;
  readonly place: Pick<LeaderTab, 'isLeader'>;
  /** Whether it has learned that the operator signed in elsewhere. */
  knowsElsewhere: boolean;
}

/** What the browser and the servers need of the world: the clock, what comes next, and whose code runs. */
export interface Stage {
  readonly time: VirtualTime;
  readonly schedule: Schedule;
  /** The tab whose code runs. */
  readonly running: Page | null;
  /** Milliseconds by which Mediatel's clock was set. */
  readonly serverClockOffset: number;
  /** How often the phone moved to another tab. */
  takeovers: number;
  /** Tabs that lost the phone by a stolen lock during a call. */
  readonly talkingRobbed: string[];
  /** Answered calls that ended by a BYE of a phone. */
  readonly hungUpByPhone: string[];
}
