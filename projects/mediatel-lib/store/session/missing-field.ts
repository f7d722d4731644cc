import type { OperatorAccount } from 'mediatel-lib/ports';
import type { SignInFailure } from '../state/session-state';

type IncompleteAccount = Extract<SignInFailure, { readonly reason: 'incomplete-account' }>;

const required = {
  mediatel: ['url', 'user', 'password', 'extension'],
  sip: ['url', 'realm', 'login', 'password'],
} as const;

/** The form of each part's `url`, as a host should write it. */
const addressForms = { mediatel: 'https://host[:port]', sip: 'wss://host[:port]/path' } as const;

/**
 * Whether this is an address with a scheme, or one relative to the page: `/ws` or `./ws`.
 *
 * Without either, `host/ws` would be a page below this one, and `host:4401` a scheme of its own.
 */
function isAddress(value: string): boolean {
  if (/^[./]/.test(value)) return URL.canParse(value, document.baseURI);
  return URL.canParse(value) && /^(https?|wss?):$/.test(new URL(value).protocol);
}

/** The failure of the first field of the account that is missing, such as `sip.realm`, or whose `url` is no address; `null` for none. */
export function missingField(account: Partial<OperatorAccount> | null | undefined): IncompleteAccount | null {
  for (const part of ['mediatel', 'sip'] as const) {
    const fields: Readonly<Record<string, unknown>> = { ...account?.[part] };
    const faulty = required[part].find((field) => {
      const value = fields[field];
      return typeof value !== 'string' || value === '' || (field === 'url' && !isAddress(value));
    });
    if (faulty === undefined) continue;
    const failure = { reason: 'incomplete-account', field: `${part}.${faulty}` } as const;
    return faulty === 'url' ? { ...failure, expected: addressForms[part] } : failure;
  }
  return null;
}
