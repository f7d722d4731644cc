import { createSelector } from '@ngrx/store';
import { isInCall } from '../selectors/command-refusal';
import { selectCommandContext } from '../selectors/selectors';
import type { StoredDraft } from '../drafts/draft-storage';
import type { CallDraft } from '../drafts/call-draft';

/**
 * Whether the page can be reloaded without losing anything.
 *
 * `in-call`: there is a call, at Mediatel or at the phone. `pending`: a command, a sign-in or a sign-out is not over, the
 * host is storing a contact, or a pause is planned that only this page knows. `unsent-draft`: codes or a note are not saved yet,
 * or those of a call that is over can be copied only here, because the browser's storage is full or forbidden.
 */
export type ReloadSafety =
  { readonly safe: true } | { readonly safe: false; readonly reason: 'in-call' | 'pending' | 'unsent-draft' };

const safe: ReloadSafety = { safe: true };

/** Selects why the store's state keeps the page from a reload; `null` if it does not. */
export const selectReloadObstacle = /* @__PURE__ */ createSelector(
  selectCommandContext,
  ({ agent, softphone, link, commands }): 'in-call' | 'pending' | null => {
    if (softphone.call !== null || isInCall(agent)) return 'in-call';
    const { status } = link.session;
    if (status === 'signingIn' || status === 'signingOut') return 'pending';
    if (commands.dialCheck !== null) return 'pending';
    if (commands.nextPause !== null && !commands.nextPause.sent) return 'pending';
    return Object.values(commands.statuses).some((command) => command.status === 'pending') ? 'pending' : null;
  },
);

const isEmpty = ({ codeIds, note }: CallDraft): boolean => codeIds.length === 0 && note.trim() === '';

/** The drafts, and whether the browser's storage holds them. */
interface KeptDrafts {
  readonly all: ReadonlyMap<string, StoredDraft>;
  readonly isStored: boolean;
}

/** The reload's safety by the state, the awaited outcomes and the drafts. `early`: the draft of a call without an id. */
export function reloadSafety(
  obstacle: 'in-call' | 'pending' | null,
  awaited: number,
  { all, isStored }: KeptDrafts,
  early: CallDraft,
): ReloadSafety {
  if (obstacle === 'in-call') return { safe: false, reason: 'in-call' };
  if (obstacle === 'pending' || awaited > 0) return { safe: false, reason: 'pending' };
  const counts = (draft: StoredDraft): boolean => !isEmpty(draft) && (draft.isOver !== true || !isStored);
  const isDrafted = !isEmpty(early) || [...all.values()].some(counts);
  return isDrafted ? { safe: false, reason: 'unsent-draft' } : safe;
}
