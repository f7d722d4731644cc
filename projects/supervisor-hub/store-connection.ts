import type { Logger } from 'pino';

/** Handles the store's promises, so that nobody else has to await them: a hub goes on without its store. */
export class StoreConnection {
  /**
   * The faults logged in this outage, each kind once: at a thousand changes a second the log would contain nothing
   * else.
   */
  readonly #said = new Set<string>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** `lost` is called if the store rejects. */
  watchWrite(done: Promise<void>, lost?: () => void): void {
    done.then(this.#kept, (error: unknown) => {
      lost?.();
      this.#notKept(error);
    });
  }

  readonly #kept = (): void => {
    if (this.#said.size === 0) return;
    this.#said.clear();
    this.#log.info('store accepts writes again');
  };

  #notKept(error: unknown): void {
    const kind = kindOf(error);
    if (this.#said.has(kind)) return;
    this.#said.add(kind);
    this.#log.warn({ err: error }, 'store rejects writes; logged again when it recovers');
  }
}

/** Redis begins an error's message with its kind (`OOM`, `READONLY`); other errors are distinguished by their class. */
const kindOf = (error: unknown): string =>
  error instanceof Error ? `${error.constructor.name} ${/^[A-Z]+\b/.exec(error.message)?.[0] ?? ''}` : 'unknown';
