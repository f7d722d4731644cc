import type { SipAccount } from './account';
import { type AccountPlaces, type StoredPlace, storedPlaces } from './stored/stored-places';
import { isLately } from './stored/wall-clock';
import { storedNames, storedText, storedValue } from './stored/stored-value';

/** Where something of an account's call is stored: operators who share a browser have a place each. */
export const accountPlace = ({ key }: AccountPlaces, { login, realm, url }: SipAccount): StoredPlace => ({
  // A host may put a secret into the query.
  key: `${key} ${login} ${realm} ${url.replace(/[?#].*/, '')}`,
});

/** Removes what is stored of this account's calls, as a sign-out wants it. What other operators left is theirs. */
export function forgetStoredCalls(account: SipAccount): void {
  for (const place of Object.values<StoredPlace>(storedPlaces))
    if (place.ofAccount) storedText(accountPlace(place as AccountPlaces, account)).remove();
}

/** How long after its page's last sign of life a stored call can be resumed (ms). */
export const keptCallLifetime = 60_000;

/** What is read of a stored call. A value of another kind throws, and is no call. */
interface StoredCall {
  readonly aliveAt: number;
  readonly dialog: { readonly callId: string; readonly remoteTag: string };
}

/** Id of the stored call of this account, as far as that can be told before the phone is loaded; `null` if there is none. */
export const storedCallId = (account: SipAccount): string | null =>
  storedValue(accountPlace(storedPlaces.sipCall, account), (kept) => {
    const { aliveAt, dialog } = kept as StoredCall;
    return isLately(aliveAt, keptCallLifetime) ? dialog.callId + dialog.remoteTag : null;
  }).read(null);

/** Whether a call of some account is stored: whose it is can't be told before the account is known. */
export const isCallStored = (): boolean => storedNames(storedPlaces.sipCall).length > 0;
