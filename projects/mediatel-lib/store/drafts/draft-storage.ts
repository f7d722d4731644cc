import type { CallDraft } from './call-draft';

/** A draft as it is stored; `changedAt` in wall-clock ms, since it outlives the page. */
export interface StoredDraft extends CallDraft {
  readonly changedAt: number;
  /** A tab has seen the call's end. */
  readonly isOver?: boolean;
}

export type Drafts = ReadonlyMap<string, StoredDraft>;

export const draftsKey = 'mediatel.call-drafts';

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

/** What is stored of this operator's; `instead` where the storage can't be read. Another operator's are nobody's. */
export function readDrafts(user: string | null, instead: Drafts = new Map()): Drafts {
  // Forbidden storage throws when touched, and anybody may have written to it.
  try {
    const text = localStorage.getItem(draftsKey);
    const stored: unknown = text === null ? null : JSON.parse(text);
    const found = { ...(stored as { readonly user?: unknown; readonly drafts?: unknown } | null) };
    if (user === null || found.user !== user) return new Map();
    if (typeof found.drafts !== 'object' || found.drafts === null) return new Map();
    const drafts = Object.entries(found.drafts).filter((entry): entry is [string, StoredDraft] => isDraft(entry[1]));
    return pruneDrafts(new Map(drafts), Date.now());
  } catch {
    return instead;
  }
}

/** Stores them; `false` where the storage is full or forbidden: they then last as long as the page. */
export function writeDrafts(user: string, drafts: Drafts): boolean {
  try {
    localStorage.setItem(draftsKey, JSON.stringify({ user, drafts: Object.fromEntries(drafts) }));
    return true;
  } catch {
    return false;
  }
}
