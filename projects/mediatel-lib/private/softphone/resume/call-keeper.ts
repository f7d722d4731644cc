import { type SipAccount, storedPlaces, storedValue } from 'mediatel-lib/ports';
import type { After } from '../signalling/worker-timers';
import { type CallRecord, isFresh, readRecord, versioned } from './call-record';

/** How often a page says that it has its call (ms). */
export const heartbeat = 5000;

const stored = storedValue<(CallRecord & { readonly version?: number }) | null>(storedPlaces.sipCall, readRecord);

/** Whose calls a record is of: another operator, extension, server or browser must not resume them. */
export const ownerOf = ({ url, login, realm }: SipAccount, instance: string): string =>
  [new URL(url, document.baseURI).href, login, realm, instance].join(' ');

/** The stored call of this owner that may still live; `null` if there is none. */
export function keptCall(owner: string, now: number): CallRecord | null {
  const record = stored.read(null);
  return record?.owner === owner && isFresh(record, now) ? record : null;
}

/** Removes the stored call. */
export const forgetCall = (): void => stored.remove();

/** Keeps the record of one answered call, from its answer to its end or to the page's. */
export class CallKeeper {
  #callOff: () => void = () => undefined;
  #isDone = false;
  readonly #record: () => CallRecord | null;
  readonly #after: After;

  /** `record`: the call as it is now; `null` if it has no dialog. */
  constructor(record: () => CallRecord | null, after: After) {
    this.#record = record;
    this.#after = after;
    this.#beat();
  }

  /** Stores what has changed. */
  save(): void {
    if (this.#isDone) return;
    const record = this.#record();
    if (record) stored.write(versioned(record));
  }

  /** The page leaves the call to a later one. */
  leave(): void {
    this.save();
    this.#stop();
  }

  /** The call is over. */
  end(): void {
    if (this.#isDone) return;
    this.#stop();
    stored.remove();
  }

  #beat(): void {
    this.save();
    this.#callOff = this.#after(heartbeat, () => this.#beat());
  }

  #stop(): void {
    this.#isDone = true;
    this.#callOff();
  }
}
