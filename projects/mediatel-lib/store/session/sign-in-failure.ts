import { AccountError } from './account-error';
import type { SignInFailure } from '../state/session-state';

/** Converts an error of the host's `account()` to a typed reason. Keeps only the message: other fields might hold a password. */
export function signInFailure(thrown: unknown): SignInFailure {
  if (thrown instanceof AccountError) return { reason: thrown.failure, detail: thrown.message };
  return { reason: 'account-failed', detail: thrown instanceof Error ? thrown.message : '' };
}
