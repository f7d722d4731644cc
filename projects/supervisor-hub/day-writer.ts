import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { HubStore, WrittenEntry } from './hub-store';
import type { Roster } from './roster';
import type { StoreConnection } from './store-connection';
import { type TimelineEntry, entryOf, isLost, isSameSegment } from './timeline';

/** The most entries that wait while the store is away for a long time. */
const mostUnwritten = 100_000;

/**
 * Writes the days of this node's own operators, and which of them were lost. Each segment of a tab is written once, and
 * later rather than never.
 */
export class DayWriter {
  /** The last entry of each operator whose day this node still writes. */
  readonly #written = new Map<string, TimelineEntry>();
  #unwritten: WrittenEntry[] = [];
  readonly #store: HubStore;
  readonly #storeConnection: StoreConnection;

  constructor(store: HubStore, storeConnection: StoreConnection) {
    this.#store = store;
    this.#storeConnection = storeConnection;
  }

  /** How many operators this node remembers an entry of. */
  get remembered(): number {
    return this.#written.size;
  }

  writeRecord(record: OperatorRecord): void {
    const { id, presence } = record;
    const entry = entryOf(record);
    const last = this.#written.get(id);
    // An entry of another tab is always written: another node may have ended the segment that this node wrote before.
    if (last && last.epoch === entry.epoch && isSameSegment(last, entry)) return;
    this.#written.set(id, entry);
    this.#unwritten.push({ id, operator: presence.operator, entry });
  }

  /**
   * Called regularly. Writes the operators again that this node had written as lost and that are heard again. Forgets
   * the operators that are gone or connected to another node.
   */
  writeReturned(roster: Roster): void {
    for (const [id, entry] of this.#written) {
      const known = roster.get(id);
      if (!known || known.epoch !== entry.epoch) this.#written.delete(id);
      else if (isLost(entry) && known.confidence === 'live') this.writeRecord(known);
    }
  }

  /**
   * The store may have lost its data: segments that still last are written again. A segment written twice counts once.
   */
  forget(): void {
    this.#written.clear();
  }

  write(): void {
    const batch = this.#unwritten;
    if (batch.length === 0) return;
    this.#unwritten = [];
    this.#storeConnection.watchWrite(this.#store.append(batch), () => {
      this.#unwritten = [...batch, ...this.#unwritten].slice(-mostUnwritten);
    });
  }
}
