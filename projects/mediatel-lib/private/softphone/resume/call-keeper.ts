import {
  type SipAccount,
  type StoredValue,
  accountPlace,
  keptCallLifetime,
  storedPlaces,
  storedValue,
} from 'mediatel-lib/ports';
import type { After } from '../signalling/worker-timers';
import { instanceId } from '../signalling/instance-id';
import { type CallRecord, isFresh, readRecord, versioned } from './call-record';
import { callIdOf } from '../jssip/dialog-record';

/** How often a page says that it has its call (ms). */
const heartbeat = 5000;
/** How long a record stays that can't be written any more (ms): a later page would find it too old. */
const storedFor = keptCallLifetime - 2 * heartbeat;

/** An account's stored call. */
const storedCallOf = (account: SipAccount): StoredValue<(CallRecord & { readonly version?: number }) | null> =>
  storedValue(accountPlace(storedPlaces.sipCall, account), readRecord);

/** Whose calls a record is of: another operator, extension, server or browser must not resume them. */
export function ownerOf({ url, login, realm }: SipAccount, instance: string): string {
  // A host may put a secret into the query, another one at each sign-in.
  const { origin, pathname } = new URL(url, document.baseURI);
  return [origin + pathname, login, realm, instance].join(' ');
}

/** Id of the stored call that this browser's phone can go on with; `null` if there is none. */
export function keptCallId(account: SipAccount): string | null {
  const kept = keptCall(account, Date.now());
  return kept && callIdOf(kept.dialog);
}

/** The stored call of this account that may still live; `null` if there is none. */
function keptCall(account: SipAccount, now: number): CallRecord | null {
  const record = storedCallOf(account).read(null);
  return record?.owner === ownerOf(account, instanceId()) && isFresh(record, now) ? record : null;
}

/**
 * The same, for the phone that starts. A record whose Contact is no address is removed: JsSIP would not start with it.
 */
export function readableCall(
  account: SipAccount,
  now: number,
  isAddress: (text: string) => boolean,
): CallRecord | null {
  const kept = keptCall(account, now);
  if (kept === null || isAddress(kept.contactUri)) return kept;
  forgetCall(account);
  return null;
}

/** Removes the account's stored call. */
export const forgetCall = (account: SipAccount): void => storedCallOf(account).remove();

/**
 * Keeps the record of one answered call, from its answer to its end or to the page's.
 *
 * A record that another tab has taken or removed meanwhile stays as it is: this page may have been suspended.
 */
export class CallKeeper {
  /** When the stored record was written; `null` before the first one. */
  #writtenAt: number | null = null;
  #callOff: () => void = () => undefined;
  #isDone = false;
  readonly #stored: ReturnType<typeof storedCallOf>;
  readonly #record: () => Omit<CallRecord, 'isSoundLeft'> | null;
  readonly #after: After;

  /** `record`: the call as it is now; `null` if it has no dialog. */
  constructor(account: SipAccount, record: () => Omit<CallRecord, 'isSoundLeft'> | null, after: After) {
    this.#stored = storedCallOf(account);
    this.#record = record;
    this.#after = after;
    this.#beat();
  }

  /** Stores what has changed. `isSoundLeft`: see `CallRecord`. */
  save(isSoundLeft = false): void {
    if (this.#isDone) return;
    if (!this.#isOurs) return this.#stop();
    const record = this.#record();
    if (!record) return;
    if (this.#stored.write(versioned({ ...record, isSoundLeft }))) this.#writtenAt = record.aliveAt;
    else if (this.#writtenAt !== null && Math.abs(record.aliveAt - this.#writtenAt) > storedFor) {
      this.#stored.remove();
      this.#writtenAt = null;
    }
  }

  /** The page leaves the call to a later one. Returns whether a record is stored for that. */
  leave(isSoundLeft: boolean): boolean {
    this.save(isSoundLeft);
    this.#stop();
    return this.#writtenAt !== null && this.#stored.read(null) !== null;
  }

  /** The call is over. */
  end(): void {
    if (this.#isDone) return;
    this.#stop();
    if (this.#isOurs) this.#stored.remove();
  }

  get #isOurs(): boolean {
    return this.#writtenAt === null || this.#stored.read(null)?.aliveAt === this.#writtenAt;
  }

  #beat(): void {
    this.save();
    if (!this.#isDone) this.#callOff = this.#after(heartbeat, () => this.#beat());
  }

  #stop(): void {
    this.#isDone = true;
    this.#callOff();
  }
}
