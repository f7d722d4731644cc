import { TokenBucket } from './token-bucket';

/** At this number of buckets the full ones are removed. */
const mostIdle = 1000;

/** A rate limit for each identity. All sockets of an identity share one bucket, also one after the other. */
export class TokenBuckets {
  readonly #byIdentity = new Map<string, TokenBucket>();
  readonly #make: () => TokenBucket;

  /** As for `TokenBucket`. */
  constructor(...limit: ConstructorParameters<typeof TokenBucket>) {
    this.#make = () => new TokenBucket(...limit);
  }

  of(identity: string): TokenBucket {
    const known = this.#byIdentity.get(identity);
    if (known) return known;
    if (this.#byIdentity.size >= mostIdle) this.#forgetFull();
    const bucket = this.#make();
    this.#byIdentity.set(identity, bucket);
    return bucket;
  }

  /** A full bucket equals a new one. */
  #forgetFull(): void {
    for (const [identity, bucket] of this.#byIdentity) if (bucket.isFull) this.#byIdentity.delete(identity);
  }
}
