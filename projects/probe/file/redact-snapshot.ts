import { type FieldName, wireNameOf } from '../claims/snapshot-fields';
import { Pseudonyms } from './pseudonyms';

/** Values for “nothing”: they identify nobody. */
const nothing: ReadonlySet<unknown> = new Set(['', '-1', '0', 0, -1, '1999-01-01 01:01:01', null, true, false]);

/** Fields whose value is a word of the protocol. */
const words: ReadonlySet<FieldName> = new Set(['state', 'status', 'availableCommand']);
/** Fields with small numbers that mean the same everywhere: flags, kinds, error ids, seconds. */
const smallNumbers: ReadonlySet<FieldName> = new Set([
  ...(['isAvailable', 'mute', 'predictiveStatus', 'pauseAcknowledge', 'multipleCallCodeAllow'] as const),
  ...(['loginErrorID', 'callErrorID', 'loginAttempt', 'callType', 'crmConnectType'] as const),
  ...(['callWaitDuration', 'maxCallDuration'] as const),
]);
/** Fields with ids that other fields or snapshots repeat. */
const ids: ReadonlySet<FieldName> = new Set(['pauseId', 'queueId', 'callTraceID', 'callCustomerID', 'agentId']);
const times: ReadonlySet<FieldName> = new Set(['serverTime', 'time', 'lastCallTime']);

/** The moment that a file's times begin with. */
const beginMs = 1_600_000_000_000;

/**
 * The shape of a value: `Іван 7` becomes `xxxx 0`. Types, lengths and punctuation stay.
 *
 * Stricter than the flight recorder's masking: a probe's file leaves the company, so not even two letters stay.
 */
function shapeOf(value: unknown): unknown {
  if (nothing.has(value)) return value;
  if (typeof value === 'string') return value.replace(/\p{Nd}/gu, '0').replace(/[\p{L}\p{M}]/gu, 'x');
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [keyOf(key), shapeOf(item)]));
}

/** The name of a field may contain a number; a documented one does not. */
const keyOf = (key: string): string => key.replace(/\p{Nd}/gu, '0');

/** A page's address keeps the call around it, so that a decoder can parse it. */
function shapeOfPage(value: unknown): unknown {
  if (typeof value !== 'string') return shapeOf(value);
  const parts = /^(javascript:(?:window\.external\.)?CRMNavigate\()"[^"]*","[^"]*","[^"]*",(true|false)(\);?)$/.exec(
    value,
  );
  if (parts) return `${parts[1]}"key","title","https://page.invalid/",${parts[2]}${parts[3]}`;
  return /^https?:/.test(value) ? 'https://page.invalid/' : shapeOf(value);
}

/** Replaces what identifies somebody in the snapshots of one file, the same by the same. */
export class SnapshotRedaction {
  readonly #ids = new Pseudonyms();
  #firstMs: number | null = null;

  /** A snapshot without names, numbers, texts and dates; its names, forms and distances in time stay. */
  redact(raw: unknown): unknown {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return shapeOf(raw);
    const taken = new Set(Object.keys(raw));
    return Object.fromEntries(
      Object.entries(raw).map(([name, value]) => {
        const meaning = wireNameOf(name, taken);
        return meaning.kind === 'unknown' ? [keyOf(name), shapeOf(value)] : [name, this.#field(meaning.field, value)];
      }),
    );
  }

  #field(field: FieldName, value: unknown): unknown {
    if (nothing.has(value)) return value;
    if (words.has(field)) return wordsOf(value);
    if (smallNumbers.has(field) && /^-?\d{1,4}$/.test(String(value))) return value;
    if (times.has(field)) return this.#time(value);
    if (ids.has(field)) return this.#id(field, value);
    if (field === 'pauseList') return this.#pauses(value);
    if (field === 'availableCallCodes') return this.#codes(value);
    return field === 'webServer' ? shapeOfPage(value) : shapeOf(value);
  }

  /** Distances in time stay, the date does not. */
  #time(value: unknown): unknown {
    const ms = Number(value);
    if ((typeof value !== 'number' && typeof value !== 'string') || !(ms > 1e8)) return shapeOf(value);
    const unit = ms < 1e11 ? 1000 : 1;
    this.#firstMs ??= ms * unit;
    const moved = Math.round((beginMs + ms * unit - this.#firstMs) / unit);
    return typeof value === 'number' ? moved : String(moved);
  }

  #id(kind: string, value: unknown): unknown {
    if (nothing.has(value)) return value;
    if (typeof value === 'number') return this.#ids.of(kind, String(value));
    return typeof value === 'string' ? String(this.#ids.of(kind, value)) : shapeOf(value);
  }

  #pauses(value: unknown): unknown {
    if (!Array.isArray(value)) return shapeOf(value);
    return value.map((entry: unknown) =>
      Array.isArray(entry)
        ? entry.map((part: unknown, at) => (at === 0 ? this.#id('pauseId', part) : shapeOf(part)))
        : shapeOf(entry),
    );
  }

  #codes(value: unknown): unknown {
    if (!Array.isArray(value)) return shapeOf(value);
    return value.map((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null || !('ID' in entry)) return shapeOf(entry);
      const shape = shapeOf(entry);
      return typeof shape === 'object' ? { ...shape, ID: this.#id('code', entry.ID) } : shape;
    });
  }
}

/** Words have letters and `_` only; anything else is no word of the protocol. */
function wordsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordsOf);
  return typeof value === 'string' && /^[A-Za-z_]{1,40}$/.test(value) ? value : shapeOf(value);
}
