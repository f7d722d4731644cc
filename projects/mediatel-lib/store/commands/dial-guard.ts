import { InjectionToken } from '@angular/core';

/** A call that the operator is about to make. */
export interface DialRequest {
  /** The number in the form in which it would be dialled: digits, `*`, `#`, a leading `+`. */
  readonly phoneNumber: string;
  /** The chosen queue; `null`: Mediatel takes the first. */
  readonly queueName: string | null;
  /** Aborted when the answer does not count any more: after the limit, at a sign-out, when another call comes. */
  readonly signal: AbortSignal;
}

/**
 * A guard's answer.
 *
 * `allowed: true` dials, with another number or queue if they are given. `allowed: false` does not; `reason` is the host's own
 * text for the operator.
 */
export type DialVerdict =
  | { readonly allowed: true; readonly phoneNumber?: string; readonly queueName?: string | null }
  | { readonly allowed: false; readonly reason: string };

/** Decides whether a number may be dialled. Runs in an injection context; may throw or reject. */
export type DialGuard = (request: DialRequest) => DialVerdict | Promise<DialVerdict>;

/** A guard, and how long (ms) it may take. */
export interface TimedDialGuard {
  /** The host's function. */
  readonly guard: DialGuard;
  /** How long (ms) the guard may take. */
  readonly limit: number;
}

/** The guard that `withDialGuard` provides. Default: `null`, none. */
export const MEDIATEL_DIAL_GUARD = new InjectionToken<TimedDialGuard | null>('MEDIATEL_DIAL_GUARD', {
  providedIn: 'root',
  factory: () => null,
});
