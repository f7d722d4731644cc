import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { CallDirection } from 'mediatel-lib/store';

/** One of the operator's own calls of the day. */
export interface OwnCall {
  /** The call's trace id: it finds the recording, and identifies the call after a reload. */
  readonly callTraceID: string;
  /** The customer's number; `null` when it is withheld. */
  readonly number: string | null;
  /** The queue; `null` when Mediatel sends none. */
  readonly queueName: string | null;
  /** Who began the call; `null` when Mediatel does not say. */
  readonly direction: CallDirection | null;
  /** When the call was first seen, server time (ms). */
  readonly seenAt: number;
  /** When the conversation began, server time (ms); `null` when nobody answered. */
  readonly activeSince: number | null;
  /** When the call ended, server time (ms); `null` while it lasts. */
  readonly endedAt: number | null;
  /** When the after-call work ended, server time (ms); absent or `null` while it lasts, and when nobody saw its end. */
  readonly finishedAt?: number | null;
  /** Names of the call codes, in the order of choosing. */
  readonly codes: readonly string[];
  /** Whether Mediatel may not have saved the codes. */
  readonly isUnconfirmed: boolean;
}

const mostCalls = 300;

/** An operator's day. */
export interface OwnDay {
  /** The operator's sign-in name. */
  readonly user: string;
  /** The day, `YYYY-MM-DD`, by this computer's clock. */
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
    isTime(call.finishedAt ?? null) &&
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

/** The stored calls of this operator's day; empty when another operator's or another day's are stored. */
export function readOwnCalls({ user, day }: OwnDay): readonly OwnCall[] {
  const found = kept.read(null);
  return found?.user === user && found.day === day ? found.calls : [];
}

/** Stores the calls of an operator's day, at most the last 300. */
export function writeOwnCalls({ user, day }: OwnDay, calls: readonly OwnCall[]): void {
  kept.write({ user, day, calls: calls.slice(-mostCalls) });
}

/** Removes the stored calls. */
export function forgetOwnCalls(): void {
  kept.remove();
}
