import type { AlertAcknowledgement, AuditEntry, OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { TimelineEntry } from './timeline';

/** The beginning of a segment, with its operator: the id, and the login, which gives team and name when it is read. */
export interface WrittenEntry {
  readonly id: string;
  readonly operator: string;
  readonly entry: TimelineEntry;
}

/** What a hub must not lose when a node dies: the last presences, the days, the audit log. */
export interface HubStore {
  /**
   * A number higher than all earlier ones of this operator, and not below the clock. It distinguishes a newer tab from
   * an older one.
   */
  nextEpoch(id: string): Promise<number>;
  /** Saves the records. The newest record of each operator stays. */
  save(records: readonly OperatorRecord[]): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  load(): Promise<OperatorRecord[]>;
  /** Adds each entry to the day of its `from`, by the store's calendar. */
  append(entries: readonly WrittenEntry[]): Promise<void>;
  /**
   * Operators' entries of a day (`YYYY-MM-DD`), in the order in which they were written. If two nodes wrote, that is
   * any order.
   */
  day(ids: readonly string[], day: string): Promise<ReadonlyMap<string, readonly TimelineEntry[]>>;
  /** Everybody who has an entry on the day: logins by id. */
  peopleOf(day: string): Promise<ReadonlyMap<string, string>>;
  audit(entry: AuditEntry): Promise<void>;
  /** The last `count` entries, newest first. */
  audited(count: number): Promise<AuditEntry[]>;
  acknowledge(acknowledgement: AlertAcknowledgement): Promise<void>;
  /** Removes acknowledgements whose conditions have ended. */
  unacknowledge(over: readonly AlertAcknowledgement[]): Promise<void>;
  acknowledged(): Promise<AlertAcknowledgement[]>;
  close(): Promise<void>;
}

/** The key of an acknowledgement in a store: one for each condition of an operator. */
export const acknowledgementField = ({ operator, condition }: AlertAcknowledgement): string =>
  JSON.stringify([operator, condition]);

/** Days are kept for a week, and today. */
export const daysKept = 8;
