import type { AlertAcknowledgement, AuditEntry, OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { TimelineEntry } from './timeline';

/** A segment's beginning with whose it is: the id, and the login, by which team and name are found later. */
export interface WrittenEntry {
  readonly id: string;
  readonly operator: string;
  readonly entry: TimelineEntry;
}

/** What a hub must not lose with a node: the last presences, the days, who asked for what. */
export interface HubStore {
  /** A number higher than any before for this operator, not below the clock: tells a later tab from an earlier one. */
  nextEpoch(id: string): Promise<number>;
  /** Keeps the records; of one operator the newest stays. */
  save(records: readonly OperatorRecord[]): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  load(): Promise<OperatorRecord[]>;
  /** Adds to the day of the entry's `from`, by the store's calendar. */
  append(entries: readonly WrittenEntry[]): Promise<void>;
  /** Operators' entries of a day (`YYYY-MM-DD`), as they were written: in any order where two nodes wrote. */
  day(ids: readonly string[], day: string): Promise<ReadonlyMap<string, readonly TimelineEntry[]>>;
  /** Everybody of whom something was written on the day: the logins by id. */
  peopleOf(day: string): Promise<ReadonlyMap<string, string>>;
  audit(entry: AuditEntry): Promise<void>;
  /** The last `count` entries, newest first. */
  audited(count: number): Promise<AuditEntry[]>;
  acknowledge(acknowledgement: AlertAcknowledgement): Promise<void>;
  /** The alerts' conditions have ended. */
  unacknowledge(over: readonly AlertAcknowledgement[]): Promise<void>;
  acknowledged(): Promise<AlertAcknowledgement[]>;
  close(): Promise<void>;
}

/** Names an acknowledgement in a store: one for each condition of an operator. */
export const acknowledgementField = ({ operator, condition }: AlertAcknowledgement): string =>
  JSON.stringify([operator, condition]);

/** Days are kept for a week and the day itself. */
export const daysKept = 8;
