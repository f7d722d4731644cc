import { type HubDelta, type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';

/**
 * What a node knows of one operator, and when this node itself heard of them. The latter is not sent to other nodes.
 */
interface Entry {
  record: OperatorRecord;
  /** By this node's own clock: two machines' clocks may differ, but they run at nearly the same rate. */
  heardAt: number;
}

/** The changes between two deltas, as ids: a record that changed ten times is sent once, in its present state. */
interface Pending {
  readonly changed: Set<string>;
  readonly confirmed: Set<string>;
  readonly unconfirmed: Set<string>;
  /** With the team, because the record is gone. */
  readonly gone: Map<string, string>;
}

const nothing = (): Pending => ({ changed: new Set(), confirmed: new Set(), unconfirmed: new Set(), gone: new Map() });

/** The contents of a delta without its time, of all teams. */
export interface Changes extends Omit<HubDelta, 'at' | 'gone'> {
  readonly gone: readonly { readonly id: string; readonly team: string }[];
}

/**
 * What one node knows of every operator, from its own tabs and from other nodes.
 *
 * Law, tested with shuffled and repeated deliveries: in whatever order records come, the newest of each operator stays
 * (`isNewer`). So nodes that received the same messages agree, and a node that comes back can simply get everything
 * again.
 */
export class Roster {
  readonly #entries = new Map<string, Entry>();
  #pending = nothing();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): OperatorRecord | undefined {
    return this.#entries.get(id)?.record;
  }

  all(): OperatorRecord[] {
    return Array.from(this.#entries.values(), ({ record }) => record);
  }

  /** Adds a record if it is newer. A known record that comes again confirms it, if it is marked as live. */
  addIfNewer(record: OperatorRecord): boolean {
    const known = this.#entries.get(record.id);
    if (known && isNewer(known.record, record)) return false;
    if (known && !isNewer(record, known.record)) {
      if (record.confidence === 'live') this.confirm(record.id, record.confirmedAt);
      return false;
    }
    this.#entries.set(record.id, { record, heardAt: this.#now() });
    this.#pending.gone.delete(record.id);
    this.#pending.confirmed.delete(record.id);
    this.#pending.unconfirmed.delete(record.id);
    this.#pending.changed.add(record.id);
    return true;
  }

  /** The operator's tab was heard. */
  confirm(id: string, at: number): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.heardAt = this.#now();
    const wasLost = entry.record.confidence === 'unconfirmed';
    // Later than the loss, even if the sender's clock was set back: otherwise the day would count the operator as lost.
    const confirmedAt = Math.max(at, entry.record.confirmedAt + (wasLost ? 1 : 0));
    entry.record = { ...entry.record, confirmedAt, confidence: 'live' };
    this.#pending.unconfirmed.delete(id);
    // A board marks a lost operator as live only when it gets the whole record.
    if (wasLost) this.#pending.changed.add(id);
    else if (!this.#pending.changed.has(id)) this.#pending.confirmed.add(id);
  }

  /** The operator's tab is lost: its last record may no longer be true. */
  markUnconfirmed(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry || entry.record.confidence === 'unconfirmed') return false;
    entry.record = { ...entry.record, confidence: 'unconfirmed' };
    this.#pending.confirmed.delete(id);
    if (!this.#pending.changed.has(id)) this.#pending.unconfirmed.add(id);
    return true;
  }

  forget(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#pending.changed.delete(id);
    this.#pending.confirmed.delete(id);
    this.#pending.unconfirmed.delete(id);
    this.#pending.gone.set(id, entry.record.team);
  }

  /** Operators not heard of for `silence` milliseconds, whichever node they were connected to. */
  silentOperators(silence: number): string[] {
    const before = this.#now() - silence;
    const found: string[] = [];
    for (const [id, { record, heardAt }] of this.#entries) {
      if (heardAt < before && record.confidence === 'live') found.push(id);
    }
    return found;
  }

  /** Operators unconfirmed for longer than `limit` milliseconds: their shift is over. */
  unconfirmedFor(limit: number): string[] {
    const before = this.#now() - limit;
    const found: string[] = [];
    for (const [id, { record, heardAt }] of this.#entries) {
      if (heardAt < before && record.confidence === 'unconfirmed') found.push(id);
    }
    return found;
  }

  /**
   * Returns and clears what changed since the last call, confirmations only if `withConfirmed`; `null` if nothing
   * changed.
   */
  drain(withConfirmed: boolean): Changes | null {
    const kept = withConfirmed ? new Set<string>() : this.#pending.confirmed;
    const confirmed = withConfirmed ? this.#pending.confirmed : new Set<string>();
    const { changed, unconfirmed, gone } = this.#pending;
    if (changed.size + confirmed.size + unconfirmed.size + gone.size === 0) return null;
    this.#pending = { ...nothing(), confirmed: kept };
    return {
      changed: Array.from(changed, (id) => this.#entries.get(id)!.record),
      confirmed: [...confirmed],
      unconfirmed: [...unconfirmed],
      gone: Array.from(gone, ([id, team]) => ({ id, team })),
    };
  }
}
