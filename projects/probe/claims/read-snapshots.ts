import { type Snapshot, decodeSnapshot } from 'mediatel-lib/protocol';
import type { Observations } from '../observe/observations';
import { fieldsOf } from '../observe/raw-snapshot';
import { wireNameOf } from './snapshot-fields';

/** A snapshot by the documented names. */
export interface ReadSnapshot {
  readonly raw: Readonly<Record<string, unknown>>;
  /** `null`: the decoder refuses it. */
  readonly decoded: Snapshot | null;
  readonly unread: readonly string[];
  readonly unknown: readonly string[];
  /** `documentedName is spelt wireName` */
  readonly misspelt: readonly string[];
  readonly byName: ReadonlyMap<string, unknown>;
  /** The names on the wire by the documented names. */
  readonly wireNames: ReadonlyMap<string, string>;
}

/** Reads a snapshot with the library's decoder. */
function readSnapshot(raw: Readonly<Record<string, unknown>>): ReadSnapshot {
  const result = decodeSnapshot(raw);
  const names = Object.keys(raw);
  const taken = new Set(names);
  const unknown: string[] = [];
  const misspelt: string[] = [];
  const byName = new Map<string, unknown>();
  const wireNames = new Map<string, string>();
  for (const name of names) {
    const meaning = wireNameOf(name, taken);
    if (meaning.kind === 'unknown') {
      unknown.push(name);
      continue;
    }
    if (meaning.kind === 'misspelt') misspelt.push(`${meaning.field} is spelt ${name}`);
    byName.set(meaning.field, raw[name]);
    wireNames.set(meaning.field, name);
  }
  return {
    raw,
    decoded: result.ok ? result.snapshot : null,
    unread: result.ok ? result.unread.map(({ path, reason }) => `${path} ${reason}`) : [],
    unknown,
    misspelt,
    byName,
    wireNames,
  };
}

const readOnce = new WeakMap<Observations, readonly ReadSnapshot[]>();

/** All snapshots of a probe, each read once. Only called when the probe is over. */
export function readSnapshots(seen: Observations): readonly ReadSnapshot[] {
  const known = readOnce.get(seen) ?? seen.snapshots.map((snapshot) => readSnapshot(fieldsOf(snapshot)));
  readOnce.set(seen, known);
  return known;
}
