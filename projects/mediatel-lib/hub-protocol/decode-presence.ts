import { Refusal, flag, numeric, record, refusing, text } from 'mediatel-lib/protocol';
import {
  type Presence,
  type PresenceCall,
  type PresenceQuality,
  presenceCallKinds,
  presenceMicrophones,
  presenceRegistrations,
} from './presence';
import { plainName } from './plain-text';
import { presenceInstant } from './presence-instant';

/** A decoded presence, or why it is refused. `path`: the field, `''` for the whole value. */
export type PresenceResult =
  | { readonly ok: true; readonly presence: Presence }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/**
 * Longest text in characters. No name, number or state of a call centre is longer, and a longer one would only fill
 * the hub's memory.
 */
const longestText = 200;

function short(value: unknown, path: string): string | null {
  const raw = text(value, path, refusing);
  const found = raw === null ? null : plainName(raw) || null;
  if (found !== null && found.length > longestText) throw new Refusal(path, `is longer than ${longestText} characters`);
  return found;
}

function needed(value: unknown, path: string): string {
  const found = short(value, path);
  if (found === null) throw new Refusal(path, 'is missing');
  return found;
}

function oneOf<T extends string>(value: unknown, known: readonly T[], path: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new Refusal(path, `should be one of ${known.join(', ')}`);
  return found;
}

function call(value: unknown, serverTime: number): PresenceCall | null {
  if (value === undefined || value === null) return null;
  const raw = record(value, 'call');
  return {
    traceId: short(raw['traceId'], 'call.traceId'),
    kind: oneOf(raw['kind'], presenceCallKinds, 'call.kind'),
    start: presenceInstant(numeric(raw['start'], 'call.start', refusing), serverTime),
    number: short(raw['number'], 'call.number'),
  };
}

function measured(value: unknown, least: number, most: number, path: string): number {
  const found = numeric(value, path, refusing);
  if (found === null || found < least || found > most) throw new Refusal(path, `should be from ${least} to ${most}`);
  return found;
}

function quality(value: unknown): PresenceQuality | null {
  if (value === undefined || value === null) return null;
  const raw = record(value, 'quality');
  const roundTrip = raw['roundTrip'];
  return {
    mos: measured(raw['mos'], 1, 5, 'quality.mos'),
    roundTrip:
      roundTrip === null || roundTrip === undefined ? null : measured(roundTrip, 0, 600_000, 'quality.roundTrip'),
    jitter: measured(raw['jitter'], 0, 600_000, 'quality.jitter'),
  };
}

function read(value: unknown): Presence {
  const raw = record(value, '');
  const serverTime = numeric(raw['serverTime'], 'serverTime', refusing);
  if (serverTime === null) throw new Refusal('serverTime', 'is missing');
  return {
    operator: needed(raw['operator'], 'operator'),
    extension: short(raw['extension'], 'extension'),
    state: needed(raw['state'], 'state'),
    status: short(raw['status'], 'status') ?? '',
    since: presenceInstant(numeric(raw['since'], 'since', refusing), serverTime),
    serverTime,
    pause: short(raw['pause'], 'pause'),
    queue: short(raw['queue'], 'queue'),
    call: call(raw['call'], serverTime),
    codeChosen: flag(raw['codeChosen'], 'codeChosen', refusing) ?? false,
    connected: flag(raw['connected'], 'connected', refusing) ?? false,
    registered: oneOf(raw['registered'], presenceRegistrations, 'registered'),
    microphone: oneOf(raw['microphone'], presenceMicrophones, 'microphone'),
    muted: flag(raw['muted'], 'muted', refusing) ?? false,
    quality: quality(raw['quality']),
    libraryVersion: short(raw['libraryVersion'], 'libraryVersion') ?? '',
  };
}

/**
 * Decodes a presence that a tab published. Never throws. Unknown fields are dropped, so an older hub can serve newer
 * tabs.
 */
export function decodePresence(value: unknown): PresenceResult {
  try {
    return { ok: true, presence: read(value) };
  } catch (error) {
    // The readers above throw it to exit from any depth. Any other error is a bug.
    if (error instanceof Refusal) return { ok: false, path: error.path, reason: error.reason };
    throw error;
  }
}
