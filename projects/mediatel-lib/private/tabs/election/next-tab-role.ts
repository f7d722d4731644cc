/** Which tab leads, and in which term. `foreign`: it runs another version of the library. */
interface LeaderWord {
  readonly leader: string;
  readonly term: number;
  readonly foreign: boolean;
}

/**
 * A tab's role in the leader election.
 *
 * ```
 *  idle ──started──▶ seeking ───────────── granted ────────────▶ leading ──┐ heard of another leader:
 *   ▲ │                │ ▲  ▲                ▲   ▲                │    ▲     │ the lock is here, so its
 *   │ │          heard │ │  │        granted │   │ granted        │    └─────┘ term is raised above it
 *   │ │                ▼ │  └── lost ────────┼───┼────────────────┤
 *   │ │           following ──silent, wished──▶ stealing
 *   │ └─without locks─▶ alone                     └──── lost ──▶ seeking
 *   └──stopped── any          any but idle ──left──▶ away ──back──▶ seeking (alone without locks)
 * ```
 *
 * Only the lock makes a leader (`granted`, `lost`). The browser grants it to one tab, so two tabs lead at once only
 * until the loser notices.
 *
 * If a leader leaves `missLimit` questions unanswered, another tab steals the lock, unless the leader reported that a
 * browser dialog may block it (`busy`).
 *
 * The term separates messages of the present leader from those of a former one that was frozen and continues when it
 * wakes up.
 */
export type TabRole =
  | { readonly status: 'idle' }
  | { readonly status: 'alone' }
  | { readonly status: 'away'; readonly term: number; readonly locks: boolean }
  /** `missed`: number of questions since the last answer. */
  | { readonly status: 'seeking'; readonly term: number; readonly missed: number }
  /** `busy`: the leader reported a dialog and has sent nothing since. */
  | ({ readonly status: 'following'; readonly missed: number; readonly busy: boolean } & LeaderWord)
  | { readonly status: 'stealing'; readonly term: number }
  | { readonly status: 'leading'; readonly term: number };

/** An input of the role's state machine. */
export type TabRoleInput =
  | { readonly type: 'started'; readonly locks: boolean }
  | { readonly type: 'stopped' }
  /** The user left the page, for good or for the browser's back/forward cache. */
  | { readonly type: 'left' }
  | { readonly type: 'back' }
  | { readonly type: 'granted' }
  | { readonly type: 'lost' }
  | ({ readonly type: 'heard' } & LeaderWord)
  /** A question to the leader is due. `missLimit: null`: it keeps the phone however many it leaves unanswered. */
  | { readonly type: 'asking'; readonly missLimit: number | null }
  /** The leader reports that a browser dialog may block it. */
  | { readonly type: 'busy'; readonly leader: string }
  /** The operator wants the phone here. */
  | { readonly type: 'wished' };

/** Every transition of the state machine drawn at `TabRole`. Returns the same role if nothing changes. */
export function nextTabRole(role: TabRole, input: TabRoleInput): TabRole {
  if (input.type === 'stopped') return role.status === 'idle' ? role : { status: 'idle' };
  switch (role.status) {
    case 'idle':
      if (input.type !== 'started') return role;
      return input.locks ? { status: 'seeking', term: 0, missed: 0 } : { status: 'alone' };
    case 'alone':
      return input.type === 'left' ? { status: 'away', term: 0, locks: false } : role;
    case 'away':
      if (input.type !== 'back') return role;
      return role.locks ? { status: 'seeking', term: role.term, missed: 0 } : { status: 'alone' };
    default:
      return amongOthers(role, input);
  }
}

type Among = Exclude<TabRole, { status: 'idle' | 'alone' | 'away' }>;

function amongOthers(role: Among, input: Exclude<TabRoleInput, { type: 'stopped' }>): TabRole {
  switch (input.type) {
    case 'left':
      return { status: 'away', term: role.term, locks: true };
    case 'granted':
      return role.status === 'leading' ? role : { status: 'leading', term: role.term + 1 };
    case 'lost':
      if (role.status !== 'leading' && role.status !== 'stealing') return role;
      return { status: 'seeking', term: role.term, missed: 0 };
    case 'heard':
      return heard(role, input);
    case 'asking':
      if (role.status !== 'seeking' && role.status !== 'following') return role;
      return isLost(role, input.missLimit)
        ? { status: 'stealing', term: role.term }
        : { ...role, missed: role.missed + 1 };
    case 'busy':
      return role.status === 'following' && role.leader === input.leader ? { ...role, busy: true } : role;
    case 'wished':
      return role.status === 'leading' ? role : { status: 'stealing', term: role.term };
    case 'started':
    case 'back':
      return role;
  }
}

function isLost(role: Extract<Among, { missed: number }>, missLimit: number | null): boolean {
  if (missLimit === null || (role.status === 'following' && role.busy)) return false;
  return role.missed >= missLimit;
}

function heard(role: Among, { leader, term, foreign }: LeaderWord): TabRole {
  if (role.status === 'leading') return term < role.term ? role : { ...role, term: term + 1 };
  if (role.status === 'stealing') return { ...role, term: Math.max(role.term, term) };
  // A former leader that lost the lock while it was frozen, and does not know it yet.
  if (term < role.term) return role;
  return { status: 'following', leader, term, foreign, missed: 0, busy: false };
}
