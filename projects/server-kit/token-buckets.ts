import { TokenBucket } from './token-bucket';

/** Kept so many before the full ones are forgotten. */
const mostIdle = 1000;

/** The buckets by identity. Whoever opens another socket, or the next one, has the same one. */
export class TokenBuckets {
  readonly #byIdentity = new Map<string, TokenBucket>();
  readonly #rate: number;
  readonly #burst: number;
  /** Milliseconds of a clock that is never set back. */
  readonly #elapsed: () => number;

  constructor(
    rate: number,
    burst: number,

    elapsed: () => number,
  ) {
    this.#rate = rate;
    this.#burst = burst;
    this.#elapsed = elapsed;
  }

  of(identity: string): TokenBucket {
    const known = this.#byIdentity.get(identity);
    if (known) return known;
    if (this.#byIdentity.size >= mostIdle) this.#forgetFull();
    const bucket = new TokenBucket(this.#rate, this.#burst, this.#elapsed);
    this.#byIdentity.set(identity, bucket);
    return bucket;
  }

  /** A full bucket is as good as a new one. */
  #forgetFull(): void {
    for (const [identity, bucket] of this.#byIdentity) if (bucket.isFull) this.#byIdentity.delete(identity);
  }
}
