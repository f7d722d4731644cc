import { isLately, keptCallLifetime, watchWallClock } from 'mediatel-lib/ports';
import type { DialogRecord } from '../jssip/dialog-record';

/** What a later page needs to go on with an answered call. Times are of the wall clock (ms), which all pages share. */
export interface CallRecord {
  readonly callerNumber: string | null;
  readonly callerName: string | null;
  /** Whose call it is, see `ownerOf`. */
  readonly owner: string;
  /** Our Contact, which the other side sends its requests to. */
  readonly contactUri: string;
  readonly dialog: DialogRecord;
  /** When it was answered, by the clock that `aliveAt` was read from: only their difference counts. */
  readonly answeredAt: number;
  /** Whether the operator muted the call. */
  readonly muted: boolean;
  /** Whether the page has left its sound, which serves until the next page has its own. */
  readonly isSoundLeft: boolean;
  /** How soon the other side reports on a new stream (RTCP, ms); `null` if it has sent too few reports to know. */
  readonly reportsWithin: number | null;
  /** The CSeqs of our offers whose answers the page has not got: the other side may wait for their ACK. */
  readonly unacked: readonly number[];
  /** When the page last said that it has the call. */
  readonly aliveAt: number;
}

/** The layout of the stored record. A record with another one is ignored. */
const version = 1;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isDuration = (value: unknown): value is number => isTime(value) && value > 0;
const isSequence = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether the value is a dialog as text. */
export function isDialog(kept: unknown): kept is DialogRecord {
  if (!isObject(kept)) return false;
  const { callId, localTag, remoteTag, localUri, remoteUri, remoteTarget } = kept;
  return (
    [callId, localTag, remoteTag, localUri, remoteUri, remoteTarget].every(isText) &&
    Array.isArray(kept['routes']) &&
    kept['routes'].every(isText) &&
    (kept['localSequence'] === null || isSequence(kept['localSequence'])) &&
    isSequence(kept['remoteSequence'])
  );
}

/** Reads a stored record, which anybody may have written; `null` if it is none. */
export function readRecord(kept: unknown): CallRecord | null {
  if (!isObject(kept) || kept['version'] !== version || !isDialog(kept['dialog'])) return null;
  const { owner, contactUri, callerNumber, callerName, answeredAt, muted, aliveAt } = kept;
  const isWhole =
    isText(owner) &&
    isText(contactUri) &&
    isTextOrNull(callerNumber) &&
    isTextOrNull(callerName) &&
    isTime(answeredAt) &&
    isTime(aliveAt) &&
    typeof muted === 'boolean';
  return isWhole
    ? {
        ...{ owner, contactUri, callerNumber, callerName, answeredAt, muted, aliveAt, dialog: kept['dialog'] },
        isSoundLeft: kept['isSoundLeft'] === true,
        reportsWithin: isDuration(kept['reportsWithin']) ? kept['reportsWithin'] : null,
        unacked: Array.isArray(kept['unacked']) ? kept['unacked'].filter(isSequence) : [],
      }
    : null;
}

/** The record with its layout's number. */
export const versioned = (record: CallRecord): CallRecord & { readonly version: number } => ({ ...record, version });

/** Whether the record's call may still live at this time (ms of the wall clock). */
export const isFresh = ({ aliveAt }: CallRecord, now: number): boolean => isLately(aliveAt, keptCallLifetime, now);

/** Time since the page last said that it has the call (ms). */
export function sinceAlive({ aliveAt }: Pick<CallRecord, 'aliveAt'>): number {
  const since = Date.now() - aliveAt;
  return Math.max(0, Math.abs(since) <= keptCallLifetime ? since : since - watchWallClock());
}
