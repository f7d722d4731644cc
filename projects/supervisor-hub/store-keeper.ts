import type { Logger } from 'pino';

/** Waits for what a store was given to keep, so that nobody else has to: a hub goes on without its store. */
export class StoreKeeper {
  private keeps = true;

  constructor(private readonly log: Logger) {}

  /** `lost` is called where the store rejects. */
  keep(done: Promise<void>, lost?: () => void): void {
    done.then(this.kept, (error: unknown) => {
      lost?.();
      this.notKept(error);
    });
  }

  private readonly kept = (): void => {
    if (this.keeps) return;
    this.keeps = true;
    this.log.info('the store keeps again');
  };

  /** Said once an outage: with a thousand changes a second a log would hold nothing else. */
  private notKept(error: unknown): void {
    if (!this.keeps) return;
    this.keeps = false;
    this.log.warn({ err: error }, 'the store does not keep; said again when it is back');
  }
}
