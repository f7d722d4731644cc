import type { Logger } from 'pino';
import type { AgentRules } from '../agent/agent-rules';
import type { Spelling } from '../agent/spelling';
import type { Clock, Dialect } from '../../server-kit';
import type { CallStore } from './call-store';
import type { Telephony } from '../telephony/telephony';
import type { CustomerDirectory } from './customer-directory';
import type { FarmWatcher } from './farm-watcher';
import type { DeskMirror } from './desk-mirror';

/** What all farm processes need. */
export interface FarmSetting {
  readonly rules: AgentRules;
  readonly spelling: Spelling;
  /** How another Mediatel speaks; without it as documented. */
  readonly dialect?: Dialect;
  /** The most farm processes at once. */
  readonly farmSize: number;
  /** How long a logged-in operator's process outlives the last connection (ms). */
  readonly lingerMs: number;
  readonly clock: Pick<Clock, 'now' | 'elapsed' | 'schedule'>;
  readonly telephony: Telephony;
  readonly calls: CallStore;
  readonly directory: CustomerDirectory;
  readonly watcher?: FarmWatcher;
  /** Gets what operators' desks get; without it nobody does. */
  readonly mirror?: DeskMirror;
  readonly log: Logger;
}
