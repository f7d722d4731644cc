import type { CommandRefusal } from '../state/command-status';
import type { SignInFailure } from '../state/session-state';

/** Why a request to `Mediatel` was not done. */
export type OutcomeRefusal =
  | CommandRefusal
  /** It was sent, but the state changed or a later request replaced it before it took effect. */
  | { readonly reason: 'overtaken' }
  /** The sign-in failed; `failure` says why. */
  | { readonly reason: 'sign-in-failed'; readonly failure: SignInFailure }
  /** The page is rendered on a server, where there is no phone. */
  | { readonly reason: 'no-browser' }
  /** The application was destroyed before the outcome was known. */
  | { readonly reason: 'page-closed' };

/**
 * The outcome of one request to `Mediatel`.
 *
 * `refused`: nothing was done, or it was undone; `refusal` says why. `unanswered`: it was sent, and nothing confirmed it in
 * time. It may still take effect; the library never sends it again.
 */
export type MediatelOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly why: 'refused'; readonly refusal: OutcomeRefusal }
  | { readonly done: false; readonly why: 'unanswered' };

/** The request took effect. */
export const done: MediatelOutcome = { done: true };

/** Nothing confirmed the request in time. */
export const unanswered: MediatelOutcome = { done: false, why: 'unanswered' };

/** The request was refused, or overtaken. */
export const refused = (refusal: OutcomeRefusal): MediatelOutcome => ({ done: false, why: 'refused', refusal });
