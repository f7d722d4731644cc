import type { Logger } from 'pino';

/** Waits for what a store was given to keep, so that nobody else has to: a hub goes on without its store. */
export class StoreConnection {
  /** What was said of this outage, each kind of fault once: with a thousand changes a second a log would hold nothing else. */
  private readonly said = new Set<string>();

  constructor(private readonly log: Logger) {}

  /** `lost` is called where the store rejects. */
  keep(done: Promise<void>, lost?: () => void): void {
    done.then(this.kept, (error: unknown) => {
      lost?.();
      this.notKept(error);
    });
  }

  private readonly kept = (): void => {
    if (this.said.size === 0) return;
    this.said.clear();
    this.log.info('the store keeps again');
  };

  private notKept(error: unknown): void {
    const kind = kindOf(error);
    if (this.said.has(kind)) return;
    this.said.add(kind);
    this.log.warn({ err: error }, 'the store does not keep; said again when it is back');
  }
}

/** Redis begins its errors with a word for their kind (`OOM`, `READONLY`); others are told apart by their class. */
const kindOf = (error: unknown): string =>
  error instanceof Error ? `${error.constructor.name} ${/^[A-Z]+\b/.exec(error.message)?.[0] ?? ''}` : 'unknown';
