import { type HubDelta, type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';

/** What a node knows of one operator, with what it must not tell others: when this node itself heard of them. */
interface Entry {
  record: OperatorRecord;
  /** This node's own clock: two machines' clocks may differ, their rates hardly. */
  heardAt: number;
}

/** The changes between two frames, as ids: a record that changed ten times is sent once, as it is now. */
interface Pending {
  readonly changed: Set<string>;
  readonly confirmed: Set<string>;
  readonly unconfirmed: Set<string>;
  /** With the team, which nobody else knows any more. */
  readonly gone: Map<string, string>;
}

const nothing = (): Pending => ({ changed: new Set(), confirmed: new Set(), unconfirmed: new Set(), gone: new Map() });

/** What a frame holds besides its time, of all teams. */
export interface Changes extends Omit<HubDelta, 'at' | 'gone'> {
  readonly gone: readonly { readonly id: string; readonly team: string }[];
}

/**
 * What one node knows of every operator, its own tabs' and other nodes'.
 *
 * Law, tested with shuffled and repeated deliveries: whatever the order in which records come, the newest of each operator
 * stays (`isNewer`). So nodes that have heard the same agree, and a node that comes back may simply be told everything again.
 */
export class Roster {
  private readonly entries = new Map<string, Entry>();
  private pending = nothing();

  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.entries.size;
  }

  get(id: string): OperatorRecord | undefined {
    return this.entries.get(id)?.record;
  }

  all(): OperatorRecord[] {
    return Array.from(this.entries.values(), ({ record }) => record);
  }

  /** Takes a record if it is news. A known one that comes again is a confirmation, if its sender vouches for it. */
  take(record: OperatorRecord): boolean {
    const known = this.entries.get(record.id);
    if (known && isNewer(known.record, record)) return false;
    if (known && !isNewer(record, known.record)) {
      if (record.confidence === 'live') this.confirm(record.id, record.confirmedAt);
      return false;
    }
    this.entries.set(record.id, { record, heardAt: this.now() });
    this.pending.gone.delete(record.id);
    this.pending.confirmed.delete(record.id);
    this.pending.unconfirmed.delete(record.id);
    this.pending.changed.add(record.id);
    return true;
  }

  /** The operator's tab was heard. */
  confirm(id: string, at: number): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    entry.heardAt = this.now();
    const wasLost = entry.record.confidence === 'unconfirmed';
    // Later than when they were lost, even where the sender's clock was set back: else the day takes them for lost.
    const confirmedAt = Math.max(at, entry.record.confirmedAt + (wasLost ? 1 : 0));
    entry.record = { ...entry.record, confirmedAt, confidence: 'live' };
    this.pending.unconfirmed.delete(id);
    // A board takes a lost operator back by the whole record only.
    if (wasLost) this.pending.changed.add(id);
    else if (!this.pending.changed.has(id)) this.pending.confirmed.add(id);
  }

  /** The operator's tab is lost: what is known of them may be wrong by now. */
  markUnconfirmed(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry || entry.record.confidence === 'unconfirmed') return false;
    entry.record = { ...entry.record, confidence: 'unconfirmed' };
    this.pending.confirmed.delete(id);
    if (!this.pending.changed.has(id)) this.pending.unconfirmed.add(id);
    return true;
  }

  forget(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    this.pending.changed.delete(id);
    this.pending.confirmed.delete(id);
    this.pending.unconfirmed.delete(id);
    this.pending.gone.set(id, entry.record.team);
  }

  /** Operators not heard of for `silence` milliseconds, whichever node they were with. */
  silentFor(silence: number): string[] {
    const before = this.now() - silence;
    const found: string[] = [];
    for (const [id, { record, heardAt }] of this.entries) {
      if (heardAt < before && record.confidence === 'live') found.push(id);
    }
    return found;
  }

  /** Operators unconfirmed for longer than `limit` milliseconds: their shift is over. */
  unconfirmedFor(limit: number): string[] {
    const before = this.now() - limit;
    const found: string[] = [];
    for (const [id, { record, heardAt }] of this.entries) {
      if (heardAt < before && record.confidence === 'unconfirmed') found.push(id);
    }
    return found;
  }

  /** What changed since the last call, confirmations only where asked for; `null`: nothing. */
  drain(withConfirmed: boolean): Changes | null {
    const kept = withConfirmed ? new Set<string>() : this.pending.confirmed;
    const confirmed = withConfirmed ? this.pending.confirmed : new Set<string>();
    const { changed, unconfirmed, gone } = this.pending;
    if (changed.size + confirmed.size + unconfirmed.size + gone.size === 0) return null;
    this.pending = { ...nothing(), confirmed: kept };
    return {
      changed: Array.from(changed, (id) => this.entries.get(id)!.record),
      confirmed: [...confirmed],
      unconfirmed: [...unconfirmed],
      gone: Array.from(gone, ([id, team]) => ({ id, team })),
    };
  }
}
