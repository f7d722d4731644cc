import { type SipAccount, storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { After } from '../signalling/worker-timers';
import { instanceId } from '../signalling/instance-id';
import { type CallRecord, callIdOf, isFresh, readRecord, recordLifetime, versioned } from './call-record';

/** How often a page says that it has its call (ms). */
const heartbeat = 5000;
/** How long a record stays that can't be written any more (ms): a later page would find it too old. */
const storedFor = recordLifetime - 2 * heartbeat;

const stored = storedValue<(CallRecord & { readonly version?: number }) | null>(storedPlaces.sipCall, readRecord);

/** Whose calls a record is of: another operator, extension, server or browser must not resume them. */
export const ownerOf = ({ url, login, realm }: SipAccount, instance: string): string =>
  [new URL(url, document.baseURI).href, login, realm, instance].join(' ');

/** Id of the stored call that this browser's phone can go on with; `null` if there is none. */
export function keptCallId(account: SipAccount): string | null {
  const kept = keptCall(ownerOf(account, instanceId()), Date.now());
  return kept && callIdOf(kept.dialog);
}

/** The stored call of this owner that may still live; `null` if there is none. */
function keptCall(owner: string, now: number): CallRecord | null {
  const record = stored.read(null);
  return record?.owner === owner && isFresh(record, now) ? record : null;
}

/**
 * The same, for the phone that starts. A record that is too old is removed, with what it says of the customer. So is one
 * whose Contact is no address: JsSIP would not start with it.
 */
export function readableCall(owner: string, now: number, isAddress: (text: string) => boolean): CallRecord | null {
  const record = stored.read(null);
  const kept = keptCall(owner, now);
  if (record === null || (isFresh(record, now) && (kept === null || isAddress(kept.contactUri)))) return kept;
  forgetCall();
  return null;
}

/** Removes the stored call. */
export const forgetCall = (): void => stored.remove();

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
  readonly #record: () => Omit<CallRecord, 'isSoundLeft'> | null;
  readonly #after: After;

  /** `record`: the call as it is now; `null` if it has no dialog. */
  constructor(record: () => Omit<CallRecord, 'isSoundLeft'> | null, after: After) {
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
    if (stored.write(versioned({ ...record, isSoundLeft }))) this.#writtenAt = record.aliveAt;
    else if (this.#writtenAt !== null && Math.abs(record.aliveAt - this.#writtenAt) > storedFor) {
      stored.remove();
      this.#writtenAt = null;
    }
  }

  /** The page leaves the call to a later one. Returns whether a record is stored for that. */
  leave(isSoundLeft: boolean): boolean {
    this.save(isSoundLeft);
    this.#stop();
    return this.#writtenAt !== null && stored.read(null) !== null;
  }

  /** The call is over. */
  end(): void {
    if (this.#isDone) return;
    this.#stop();
    if (this.#isOurs) stored.remove();
  }

  get #isOurs(): boolean {
    return this.#writtenAt === null || stored.read(null)?.aliveAt === this.#writtenAt;
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
