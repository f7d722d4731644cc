import type { Logger } from 'pino';
import type { AgentState } from '../agent/agent-state';
import type { Offer } from '../agent/agent-event';
import type { Queue } from '../agent/queue';
import type { Clock } from '../../server-kit';
import type { Telephony } from '../telephony/telephony';
import type { RunStore, StoredRun } from './run-store';
import type { Speak } from './speak';
import type { FaultPorts } from './training-faults';

/** The farm, as far as runs need it. */
export interface TrainingFarm {
  stateOf(login: string): AgentState | null;
  offer(login: string, offer: Omit<Offer, 'particulars'>): string | null;
  setStuck(login: string, isStuck: boolean): void;
}

/** A score, as far as runs need it. */
interface GivenScore {
  /** The share of points, 0 to 100; `null`: nothing that has points was measured. */
  readonly percent: number | null;
}

/** Scores runs that are over. */
export interface ScoreKeeper {
  /** Scores a run, and returns the share of points (0 to 100); `null`: there is none. */
  keep(stored: StoredRun): Promise<number | null>;
  /** Scores a run again, by its events of now. `null`: it has no score yet. */
  correct(stored: StoredRun): GivenScore | null;
}

/** What runs need around them. */
export interface TrainingParts {
  readonly clock: Clock;
  readonly speak: Speak;
  /** Why this server can't speak; `undefined` if it can. */
  readonly whyMute: () => string | undefined;
  readonly store: RunStore;
  /** The voice side without scripted customers. */
  readonly voice: Telephony & Pick<FaultPorts, 'degradeLine'>;
  readonly cut: FaultPorts['cut'];
  readonly newTraceId: () => string | null;
  readonly queues: readonly Queue[];
  /** An operator's extension; `null`: there is no such operator. */
  readonly extensionOf: (login: string) => string | null;
  /** The farm is made with `telephony` and with this as its watcher. */
  readonly farm: () => TrainingFarm;
  readonly keeper?: ScoreKeeper;
  readonly log: Logger;
}
