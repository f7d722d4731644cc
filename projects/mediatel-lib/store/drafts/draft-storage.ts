import { type StoredValue, storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { CallDraft } from './call-draft';

/** A draft as it is stored; `changedAt` in wall-clock ms, since it outlives the page. */
export interface StoredDraft extends CallDraft {
  readonly changedAt: number;
  /** A tab has seen the call's end. */
  readonly isOver?: boolean;
}

export type Drafts = ReadonlyMap<string, StoredDraft>;

const keptFor = 24 * 60 * 60 * 1000;
const keptCalls = 50;
/** Characters of a note; beyond it the storage of a whole shift could not be promised. */
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

/** The drafts that are worth keeping: young, not empty, the newest. */
export function pruneDrafts(drafts: Drafts, now: number): Drafts {
  const kept = [...drafts]
    .filter(([, { codeIds, note, changedAt }]) => now - changedAt < keptFor && (codeIds.length > 0 || note !== ''))
    .map(([id, draft]): [string, StoredDraft] => [id, { ...draft, note: draft.note.slice(0, longestNote) }])
    .sort(([, a], [, b]) => a.changedAt - b.changedAt);
  return new Map(kept.slice(-keptCalls));
}

interface OperatorDrafts {
  /** `null`: nobody's. */
  readonly user: string | null;
  readonly drafts: Readonly<Record<string, StoredDraft>>;
}

const none: OperatorDrafts = { user: null, drafts: {} };

/** Another tab's changes are heard of by `watch`. */
export const storedDrafts: StoredValue<OperatorDrafts | null> = storedValue(storedPlaces.callDrafts, (stored) => {
  const { user, drafts } = { ...(stored as { readonly user?: unknown; readonly drafts?: unknown } | null) };
  if (typeof user !== 'string' || typeof drafts !== 'object' || drafts === null) return none;
  const whole = Object.entries(drafts).filter((entry): entry is [string, StoredDraft] => isDraft(entry[1]));
  return { user, drafts: Object.fromEntries(whole) };
});

/** What is stored of this operator's; `instead` where the storage can't be read. Another operator's are nobody's. */
export function readDrafts(user: string | null, instead: Drafts = new Map()): Drafts {
  const stored = storedDrafts.read(null);
  if (stored === null) return instead;
  if (user === null || stored.user !== user) return new Map();
  return pruneDrafts(new Map(Object.entries(stored.drafts)), Date.now());
}

/** Stores them; `false` where the storage is full or forbidden: they then last as long as the page. */
export const writeDrafts = (user: string, drafts: Drafts): boolean =>
  storedDrafts.write({ user, drafts: Object.fromEntries(drafts) });
