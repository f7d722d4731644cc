import { signal } from '@angular/core';
import { createSelector } from '@ngrx/store';
import { type CommandContext, isInCall } from '../selectors/command-refusal';
import { selectCommandContext } from '../selectors/selectors';
import type { StoredDraft } from '../drafts/draft-storage';
import type { CallDraft } from '../drafts/call-draft';
import { isAnswered } from '../state/call/answered';

/** Counts the looks for a call that is not stored: no state tells when the browser stores it. */
export const storageLooks = /* @__PURE__ */ signal(0);

/** Why a reload would lose something, see `ReloadSafety`. */
export type ReloadObstacle = 'in-call' | 'pending' | 'unsent-draft';

/**
 * Whether the page can be reloaded without losing anything.
 *
 * `in-call`: there is a call, at Mediatel or at the phone. `pending`: a command, a sign-in or a sign-out is not over, the
 * host is storing a contact, or a pause is planned that only this page knows. `unsent-draft`: codes or a note are not saved yet,
 * or those of a call that is over can be copied only here, because the browser's storage is full or forbidden.
 */
export type ReloadSafety = { readonly safe: true } | { readonly safe: false; readonly reason: ReloadObstacle };

const safe: ReloadSafety = { safe: true };

/** Why the store's state keeps the page from a reload. */
type StateObstacle = Extract<ReloadObstacle, 'in-call' | 'pending'> | null;

function pendingObstacle({ link, commands }: CommandContext): StateObstacle {
  const { status } = link.session;
  if (status === 'signingIn' || status === 'signingOut') return 'pending';
  if (commands.dialCheck !== null) return 'pending';
  if (commands.nextPause !== null && !commands.nextPause.sent) return 'pending';
  return Object.values(commands.statuses).some((command) => command.status === 'pending') ? 'pending' : null;
}

const hasCall = ({ agent, softphone }: CommandContext): boolean => softphone.call !== null || isInCall(agent);

/** Whether the next page can go on with the call: it is answered, has sound, and both links are up. */
const canGoOn = ({ softphone: { call, registration }, link }: CommandContext): boolean =>
  isAnswered(call) &&
  call.isReturning !== true &&
  registration.status === 'registered' &&
  link.connection.status === 'connected';

/** Selects whether there is a call, at Mediatel or at the phone. */
export const selectHasCall = /* @__PURE__ */ createSelector(selectCommandContext, hasCall);

/** Selects why the store's state keeps the page from a reload; `null` if it does not. */
export const selectReloadObstacle = /* @__PURE__ */ createSelector(selectCommandContext, (context): StateObstacle =>
  hasCall(context) ? 'in-call' : pendingObstacle(context),
);

/** The same where a call that the next page goes on with keeps nobody. */
export const selectResumeObstacle = /* @__PURE__ */ createSelector(selectCommandContext, (context): StateObstacle =>
  hasCall(context) && !canGoOn(context) ? 'in-call' : pendingObstacle(context),
);

const isEmpty = ({ codeIds, note }: CallDraft): boolean => codeIds.length === 0 && note.trim() === '';

/** The drafts, and whether the browser's storage holds them. */
interface KeptDrafts {
  readonly all: ReadonlyMap<string, StoredDraft>;
  readonly isStored: boolean;
}

/**
 * The reload's safety by the state, the awaited outcomes and the drafts. `early`: the draft of a call without an id.
 *
 * `isBack`: the next page goes on where this one was, so that drafts in the storage are not lost.
 */
export function reloadSafety(
  obstacle: StateObstacle,
  awaited: number,
  { all, isStored }: KeptDrafts,
  early: CallDraft,
  isBack = false,
): ReloadSafety {
  if (obstacle === 'in-call') return { safe: false, reason: 'in-call' };
  if (obstacle === 'pending' || awaited > 0) return { safe: false, reason: 'pending' };
  const counts = (draft: StoredDraft): boolean => !isEmpty(draft) && (!isStored || (draft.isOver !== true && !isBack));
  return !isEmpty(early) || [...all.values()].some(counts) ? { safe: false, reason: 'unsent-draft' } : safe;
}
