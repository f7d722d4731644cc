import type { Origin } from '../state/agent-actions';

/**
 * Tells the first snapshot of a connection from those that follow (docs/protocol.md, section 3).
 *
 * One connection keeps its order, so each snapshot is newer than the one before, whatever its `serverTime` says: a step
 * back is a clock that was set, or another host of the farm.
 */
export class SnapshotOrder {
  #connection: number | null = null;

  /** Notes a snapshot and says how to take it. */
  place(connection: number): Origin {
    if (connection === this.#connection) return 'live';
    this.#connection = connection;
    return 'resync';
  }

  /** Forgets the connection: whatever comes next starts afresh. */
  restart(): void {
    this.#connection = null;
  }
}
