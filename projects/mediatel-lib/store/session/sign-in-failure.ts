import type { OperatorAccount } from 'mediatel-lib/ports';
import { AccountError } from './account-error';
import type { SignInFailure } from '../state/session-state';

const required = {
  mediatel: ['url', 'user', 'password', 'extension'],
  sip: ['url', 'realm', 'login', 'password'],
} as const;

function isAddress(value: string): boolean {
  try {
    new URL(value, document.baseURI);
    return true;
  } catch {
    return false;
  }
}

/** The first field of the account that is missing, or whose `url` is no URL, such as `sip.realm`; `null` if there is none. */
export function missingField(account: Partial<OperatorAccount> | null | undefined): string | null {
  for (const part of ['mediatel', 'sip'] as const) {
    const fields: Readonly<Record<string, unknown>> = { ...account?.[part] };
    const missing = required[part].find((field) => {
      const value = fields[field];
      return typeof value !== 'string' || value === '' || (field === 'url' && !isAddress(value));
    });
    if (missing) return `${part}.${missing}`;
  }
  return null;
}

/** Converts an error of the host's `account()` to a typed reason. Keeps only the message: other fields might hold a password. */
export function signInFailure(thrown: unknown): SignInFailure {
  if (thrown instanceof AccountError) return { reason: thrown.failure, detail: thrown.message };
  return { reason: 'account-failed', detail: thrown instanceof Error ? thrown.message : '' };
}
