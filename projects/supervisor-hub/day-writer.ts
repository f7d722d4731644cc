import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { HubStore, WrittenEntry } from './hub-store';
import type { Roster } from './roster';
import type { StoreConnection } from './store-connection';
import { type TimelineEntry, entryOf, isLost, isSameSegment } from './timeline';

/** A bound to what waits for a store that is away for long. */
const mostUnwritten = 100_000;

/** Writes the days of this node's own operators, and who was lost: each segment of a tab once, late rather than never. */
export class DayWriter {
  /** The last entry of each operator about whom this node still writes. */
  private readonly written = new Map<string, TimelineEntry>();
  private unwritten: WrittenEntry[] = [];

  constructor(
    private readonly store: HubStore,
    private readonly storeConnection: StoreConnection,
  ) {}

  /** Of how many operators this node remembers what it wrote. */
  get remembered(): number {
    return this.written.size;
  }

  note(record: OperatorRecord): void {
    const { id, presence } = record;
    const entry = entryOf(record);
    const last = this.written.get(id);
    // Another tab says it for itself: what this node wrote before may be over since, by another node's word.
    if (last && last.epoch === entry.epoch && isSameSegment(last, entry)) return;
    this.written.set(id, entry);
    this.unwritten.push({ id, operator: presence.operator, entry });
  }

  /** Now and then: takes back whom this node has written off and who is heard again, and forgets who is another node's by now, or gone. */
  look(roster: Roster): void {
    for (const [id, entry] of this.written) {
      const known = roster.get(id);
      if (!known || known.epoch !== entry.epoch) this.written.delete(id);
      else if (isLost(entry) && known.confidence === 'live') this.note(known);
    }
  }

  /** The store may have lost what it was given: what lasts is written again. Twice written is as once. */
  forget(): void {
    this.written.clear();
  }

  write(): void {
    const batch = this.unwritten;
    if (batch.length === 0) return;
    this.unwritten = [];
    this.storeConnection.keep(this.store.append(batch), () => {
      this.unwritten = [...batch, ...this.unwritten].slice(-mostUnwritten);
    });
  }
}
