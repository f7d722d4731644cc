import { storedPlaces } from 'mediatel-lib/ports';

const { key } = storedPlaces.sipCall;

/** What a later page needs to go on with the call. */
export interface KeptCall {
  readonly callId: string;
  readonly muted: boolean;
}

type StoredCall = KeptCall & { readonly writing: number };

let writings = 0;

/** The record of a phone's answered call, with the rules of `CallKeeper`: only who wrote it last writes or removes it. */
export class OrdersKeeper {
  /** The number of the last writing of this page; 0 before its first. */
  #writing = 0;

  read(): StoredCall | null {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as StoredCall | null;
  }

  /** Writes the call as it is now. A call that another page has taken, or a sign-out has removed, stays so. */
  keep({ callId, muted }: KeptCall): void {
    if (this.#writing !== 0 && this.read()?.writing !== this.#writing) return;
    this.#writing = ++writings;
    localStorage.setItem(key, JSON.stringify({ callId, muted, writing: this.#writing }));
  }

  /** Takes the stored call over from its page. */
  take(): KeptCall | null {
    const kept = this.read();
    this.#writing = 0;
    if (kept !== null) this.keep(kept);
    return kept;
  }

  /** Whether a record is left for a later page. */
  leave(): boolean {
    this.#writing = 0;
    return this.read() !== null;
  }

  /** The call is over. */
  end(): void {
    if (this.read()?.writing === this.#writing) localStorage.removeItem(key);
    this.#writing = 0;
  }
}
