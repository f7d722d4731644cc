import type { OperatorRecord } from 'mediatel-lib/protocol';
import type { HubStore, TimelineEntry, WrittenEntry } from './hub-store';
import type { StoreKeeper } from './store-keeper';
import { entryOf, isSameStretch, lostEntry } from './timeline';

/** A bound to what waits for a store that is away for long. */
const mostUnwritten = 100_000;

/** Writes the days of this node's own operators: each stretch once, late rather than never. */
export class DayWriter {
  private readonly stretches = new Map<string, TimelineEntry>();
  private unwritten: WrittenEntry[] = [];

  constructor(
    private readonly store: HubStore,
    private readonly keeper: StoreKeeper,
  ) {}

  note(record: OperatorRecord): void {
    this.noteEntry(record, entryOf(record));
  }

  noteLost(record: OperatorRecord): void {
    this.noteEntry(record, lostEntry(record));
  }

  write(): void {
    const batch = this.unwritten;
    if (batch.length === 0) return;
    this.unwritten = [];
    this.keeper.keep(this.store.append(batch), () => {
      this.unwritten = [...batch, ...this.unwritten].slice(-mostUnwritten);
    });
  }

  private noteEntry({ id, presence }: OperatorRecord, entry: TimelineEntry): void {
    const last = this.stretches.get(id);
    if (last && isSameStretch(last, entry)) return;
    this.stretches.set(id, entry);
    this.unwritten.push({ id, operator: presence.operator, entry });
  }
}
