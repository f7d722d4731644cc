import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * `stale`: ours, but too old, or its count is already used; the client may answer a fresh one without asking the user.
 */
export type NonceVerdict = 'good' | 'stale' | 'unknown';

/** Nonces that contain their own creation time, signed, so that only their use counts must be remembered. */
export class Nonces {
  readonly #secret = randomBytes(32);
  readonly #counts = new Map<string, number>();
  readonly #lifetimeMs: number;
  readonly #now: () => number;

  constructor(lifetimeMs: number, now: () => number = Date.now) {
    this.#lifetimeMs = lifetimeMs;
    this.#now = now;
  }

  issue(): string {
    const body = `${this.#now().toString(36)}-${randomBytes(9).toString('base64url')}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** Registers a use. `count` is the request's `nc`, which must grow (RFC 7616 §3.4). */
  use(nonce: string, count: number): NonceVerdict {
    const dot = nonce.lastIndexOf('.');
    const body = nonce.slice(0, dot);
    const signature = Buffer.from(nonce.slice(dot + 1));
    const expected = Buffer.from(this.#sign(body));
    if (dot < 0 || signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 'unknown';
    this.#forgetOld();
    if (this.#expired(nonce)) return 'stale';
    if (count <= (this.#counts.get(nonce) ?? 0)) return 'stale';
    this.#counts.set(nonce, count);
    return 'good';
  }

  #expired(nonce: string): boolean {
    return this.#now() - parseInt(nonce, 36) > this.#lifetimeMs;
  }

  #forgetOld(): void {
    for (const nonce of this.#counts.keys()) {
      if (!this.#expired(nonce)) return;
      this.#counts.delete(nonce);
    }
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}
