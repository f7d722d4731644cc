import { type StoredValue, storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { CallDraft } from './call-draft';

/** A draft as it is stored. */
export interface StoredDraft extends CallDraft {
  /** When the draft last changed, in wall-clock ms (`Date.now()`), since the draft outlives the page. */
  readonly changedAt: number;
  /** Whether a tab has seen the call's end. */
  readonly isOver?: boolean;
}

/** Drafts by `callTraceID`. */
export type Drafts = ReadonlyMap<string, StoredDraft>;

/** How long (ms) a draft is kept. */
const keptFor = 24 * 60 * 60 * 1000;
const keptCalls = 50;
/** The most characters of a note that are stored. With longer notes a whole shift might not fit into the storage. */
const longestNote = 20_000;

const isDraft = (value: unknown): value is StoredDraft => {
  const { codeIds, note, changedAt } = { ...(value as Partial<StoredDraft> | null) };
  return (
    Array.isArray(codeIds) &&
    codeIds.every((id) => typeof id === 'string') &&
    typeof note === 'string' &&
    typeof changedAt === 'number'
  );
};

/** The newest drafts that are not empty and not older than a day. `now` in wall-clock ms. */
export function pruneDrafts(drafts: Drafts, now: number): Drafts {
  const kept = [...drafts]
    .filter(([, { codeIds, note, changedAt }]) => now - changedAt < keptFor && (codeIds.length > 0 || note !== ''))
    .map(([id, draft]): [string, StoredDraft] => [id, { ...draft, note: draft.note.slice(0, longestNote) }])
    .sort(([, a], [, b]) => a.changedAt - b.changedAt);
  return new Map(kept.slice(-keptCalls));
}

interface OperatorDrafts {
  /** `null`: nobody owns the drafts. */
  readonly user: string | null;
  readonly drafts: Readonly<Record<string, StoredDraft>>;
}

const none: OperatorDrafts = { user: null, drafts: {} };

/** The drafts in local storage. `watch` reports other tabs' changes. */
export const storedDrafts: StoredValue<OperatorDrafts | null> = storedValue(storedPlaces.callDrafts, (stored) => {
  const { user, drafts } = { ...(stored as { readonly user?: unknown; readonly drafts?: unknown } | null) };
  if (typeof user !== 'string' || typeof drafts !== 'object' || drafts === null) return none;
  const whole = Object.entries(drafts).filter((entry): entry is [string, StoredDraft] => isDraft(entry[1]));
  return { user, drafts: Object.fromEntries(whole) };
});

/** The operator's stored drafts; `instead` if the storage can't be read. Another operator's drafts are left out. */
export function readDrafts(user: string | null, instead: Drafts = new Map()): Drafts {
  const stored = storedDrafts.read(null);
  if (stored === null) return instead;
  if (user === null || stored.user !== user) return new Map();
  return pruneDrafts(new Map(Object.entries(stored.drafts)), Date.now());
}

/** Stores the drafts. Returns `false` if the storage is full or forbidden: then they last only as long as the page. */
export const writeDrafts = (user: string, drafts: Drafts): boolean =>
  storedDrafts.write({ user, drafts: Object.fromEntries(drafts) });
