import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import type { Clock } from '../server-kit';
import type { Acknowledgements } from './acknowledgements';
import type { HubStore } from './hub-store';
import type { StoreConnection } from './store-connection';

export interface AcknowledgementSyncParts {
  readonly known: Acknowledgements;
  readonly store: HubStore;
  readonly storeConnection: StoreConnection;
  readonly clock: Pick<Clock, 'now'>;
  readonly updateBoards: () => void;
  readonly tellNodes: (all: readonly AlertAcknowledgement[]) => void;
}

/**
 * Carries acknowledgements between supervisors, the other nodes and the store. Every second it repeats what was lost on
 * the way.
 */
export class AcknowledgementSync {
  readonly #parts: AcknowledgementSyncParts;

  constructor(parts: AcknowledgementSyncParts) {
    this.#parts = parts;
  }

  /** A supervisor of this node acknowledged an alert. */
  add(acknowledgement: AlertAcknowledgement): void {
    this.addAll([acknowledgement]);
    this.#parts.tellNodes([acknowledgement]);
  }

  /**
   * Acknowledgements from a supervisor, another node or the store. The store gets the one that counts, because nodes
   * may have written to it in any order.
   */
  addAll(all: readonly AlertAcknowledgement[]): void {
    const { clock, storeConnection, known, store, updateBoards: tellBoards } = this.#parts;
    const now = clock.now();
    let isNews = false;
    for (const one of all) {
      const verdict = known.addIfEarlier(one, now);
      if (verdict === 'known') continue;
      if (verdict === 'taken') isNews = true;
      storeConnection.watchWrite(
        verdict === 'over' ? store.unacknowledge([one]) : store.acknowledge(known.get(one) ?? one),
      );
    }
    if (isNews) tellBoards();
  }

  async load(): Promise<void> {
    this.addAll(await this.#parts.store.acknowledged());
  }

  /** Called every second. */
  sweep(): void {
    const { clock, storeConnection, known, store, updateBoards: tellBoards, tellNodes } = this.#parts;
    const ended = known.prune(clock.now());
    if (ended.length > 0) {
      storeConnection.watchWrite(store.unacknowledge(ended));
      tellBoards();
    }
    const all = known.all();
    if (all.length > 0) tellNodes(all);
  }

  /** The store is back: writes what this node could not write, and reads what others wrote. */
  recover(): void {
    const { storeConnection, known, store } = this.#parts;
    for (const acknowledgement of known.all()) storeConnection.watchWrite(store.acknowledge(acknowledgement));
    storeConnection.watchWrite(this.load());
  }
}
