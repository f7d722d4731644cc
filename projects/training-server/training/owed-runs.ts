import type { Cancel, Clock } from '../../server-kit';
import type { ActiveRun } from './active-run';
import type { RunStore, StoredRun } from './run-store';

/** How long after a failed write it is tried again (ms). */
const retryMs = 10_000;

/** What the disk had no room for: runs, and parts of calls of runs that are over. It is stored when there is room. */
export class OwedRuns {
  readonly #runs = new Map<string, StoredRun>();
  readonly #withCalls = new Set<ActiveRun>();
  readonly #store: Pick<RunStore, 'save'>;
  readonly #clock: Pick<Clock, 'schedule'>;
  #isClosed = false;
  #cancelRetry: Cancel = () => undefined;

  constructor(store: Pick<RunStore, 'save'>, clock: Pick<Clock, 'schedule'>) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Stores a run, now or later. `false`: later. */
  save(stored: StoredRun): boolean {
    const { id } = stored.run;
    if (this.#store.save(stored.run, stored.scenario)) {
      this.#runs.delete(id);
      this.#storeAll();
      return true;
    }
    this.#runs.set(id, stored);
    this.#retry();
    return false;
  }

  /** Stores the rest of a run's calls, now or later. */
  saveCalls(run: ActiveRun): void {
    this.#withCalls.delete(run);
    if (run.storeCalls()) return;
    this.#withCalls.add(run);
    this.#retry();
  }

  /** Runs that are not stored as they are now. */
  get runs(): readonly StoredRun[] {
    return [...this.#runs.values()];
  }

  /** Runs with calls of which a part is not stored. */
  get withCalls(): readonly ActiveRun[] {
    return [...this.#withCalls];
  }

  get(id: string): StoredRun | undefined {
    return this.#runs.get(id);
  }

  /** Nothing of a person is stored later. */
  forget(login: string): void {
    for (const [id, { run }] of this.#runs) if (run.trainee === login) this.#runs.delete(id);
    for (const run of this.#withCalls) if (run.facts.trainee === login) this.#withCalls.delete(run);
  }

  /** Tries once more, the last time. */
  close(): void {
    this.#isClosed = true;
    this.#storeAll();
  }

  #storeAll(): void {
    this.#cancelRetry();
    for (const [id, { run, scenario }] of this.#runs) {
      if (!this.#store.save(run, scenario)) return this.#retry();
      this.#runs.delete(id);
    }
    for (const run of this.#withCalls) {
      if (!run.storeCalls()) return this.#retry();
      this.#withCalls.delete(run);
    }
  }

  #retry(): void {
    this.#cancelRetry();
    if (!this.#isClosed) this.#cancelRetry = this.#clock.schedule(retryMs, () => this.#storeAll());
  }
}
