import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { CallDirection } from 'mediatel-lib/store';

/** One of the operator's own calls of the day. */
export interface OwnCall {
  /** Addresses the recording; also what makes a call the same after a reload. */
  readonly callTraceID: string;
  readonly number: string | null;
  readonly queueName: string | null;
  readonly direction: CallDirection | null;
  /** Server ms. */
  readonly seenAt: number;
  /** Server ms of the first talk; `null` where nobody talked. */
  readonly activeSince: number | null;
  /** Server ms; `null` while it lasts. */
  readonly endedAt: number | null;
  /** Names, in the order of choosing. */
  readonly codes: readonly string[];
  /** Mediatel may not have taken the codes. */
  readonly isUnconfirmed: boolean;
}

const mostCalls = 300;

/** Whose calls of which day. */
export interface OwnDay {
  readonly user: string;
  /** `YYYY-MM-DD` by this computer. */
  readonly day: string;
}

const isText = (value: unknown): boolean => value === null || typeof value === 'string';
const isTime = (value: unknown): boolean => value === null || typeof value === 'number';

function isOwnCall(value: unknown): value is OwnCall {
  const call = { ...(value as Partial<OwnCall> | null) };
  return (
    typeof call.callTraceID === 'string' &&
    isText(call.number) &&
    isText(call.queueName) &&
    isText(call.direction) &&
    typeof call.seenAt === 'number' &&
    isTime(call.activeSince) &&
    isTime(call.endedAt) &&
    Array.isArray(call.codes) &&
    call.codes.every((code) => typeof code === 'string') &&
    typeof call.isUnconfirmed === 'boolean'
  );
}

interface OwnCalls extends OwnDay {
  readonly calls: readonly OwnCall[];
}

function decodeOwnCalls(stored: unknown): OwnCalls | null {
  const { user, day, calls } = { ...(stored as { readonly [Name in keyof OwnCalls]?: unknown } | null) };
  if (typeof user !== 'string' || typeof day !== 'string' || !Array.isArray(calls)) return null;
  return { user, day, calls: calls.filter(isOwnCall).slice(-mostCalls) };
}

const kept = storedValue(storedPlaces.ownCalls, decodeOwnCalls);

/** The calls remembered of this operator's day; another's, and yesterday's, are gone. */
export function readOwnCalls({ user, day }: OwnDay): readonly OwnCall[] {
  const found = kept.read(null);
  return found?.user === user && found.day === day ? found.calls : [];
}

export function writeOwnCalls({ user, day }: OwnDay, calls: readonly OwnCall[]): void {
  kept.write({ user, day, calls: calls.slice(-mostCalls) });
}

export function forgetOwnCalls(): void {
  kept.remove();
}
