import type { Clock } from '../server-kit';

/** How many refused log-ins are allowed, each within `windowMs`. */
export interface AttemptLimits {
  readonly windowMs: number;
  /** Of one account from one address: somebody guesses the password, or forgot it. */
  readonly perAccountAndAddress: number;
  /** From one address, for all accounts together. */
  readonly perAddress: number;
  /** Of one account from all addresses together: a guess spread over many machines. */
  readonly perAccount: number;
}

const attemptLimits: AttemptLimits = {
  windowMs: 5 * 60_000,
  perAccountAndAddress: 5,
  perAddress: 50,
  perAccount: 100,
};

/** Beyond this many entries the oldest are dropped: an attacker must not be able to fill the memory. */
const mostRemembered = 10_000;

/**
 * Counts refused log-ins, and says how long no further one is checked.
 *
 * An attempt made while refused is not counted, so nobody can keep an account locked by trying on. An operator who has
 * signed in to an account from an address before is locked out neither by strangers at that address nor by other
 * addresses that try the account. Attempts with the account's cookie (`vouched`) are counted separately.
 */
export class AttemptLimiter {
  /** Times of refusals by key, oldest first. */
  readonly #refusals = new Map<string, number[]>();
  readonly #trusted = new Set<string>();
  readonly #clock: Pick<Clock, 'elapsed'>;
  readonly #limits: AttemptLimits;

  constructor(clock: Pick<Clock, 'elapsed'>, limits: AttemptLimits = attemptLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Seconds until the account may be tried from the address again; 0: now. */
  waitSeconds(account: string, address: string, vouched = false): number {
    const pair = pairOf(account, vouched ? null : address);
    const waits = [this.#wait(pair, this.#limits.perAccountAndAddress)];
    if (!vouched && !this.#trusted.has(pair)) {
      waits.push(this.#wait(`address ${address}`, this.#limits.perAddress));
      waits.push(this.#wait(`account ${account}`, this.#limits.perAccount));
    }
    return Math.ceil(Math.max(...waits) / 1000);
  }

  refused(account: string, address: string, vouched = false): void {
    const keys = vouched
      ? [pairOf(account, null)]
      : [pairOf(account, address), `address ${address}`, `account ${account}`];
    for (const key of keys) {
      const times = this.#recent(key);
      this.#refusals.delete(key);
      this.#refusals.set(key, [...times, this.#clock.elapsed()]);
    }
    forgetOldest(this.#refusals);
  }

  succeeded(account: string, address: string): void {
    const pair = pairOf(account, address);
    this.#refusals.delete(pair);
    this.#refusals.delete(pairOf(account, null));
    this.#trusted.delete(pair);
    this.#trusted.add(pair);
    forgetOldest(this.#trusted);
  }

  #wait(key: string, limit: number): number {
    const times = this.#recent(key);
    const first = times.at(-limit);
    return first === undefined ? 0 : Math.max(0, first + this.#limits.windowMs - this.#clock.elapsed());
  }

  #recent(key: string): readonly number[] {
    const since = this.#clock.elapsed() - this.#limits.windowMs;
    return (this.#refusals.get(key) ?? []).filter((time) => time > since);
  }
}

// As JSON, so that no two pairs give the same text, whatever characters a name contains. `null`: with the account's
// cookie.
const pairOf = (account: string, address: string | null): string => JSON.stringify([account, address]);

function forgetOldest(entries: Map<string, unknown> | Set<string>): void {
  while (entries.size > mostRemembered) {
    const [oldest] = entries.keys();
    if (oldest === undefined) return;
    entries.delete(oldest);
  }
}
