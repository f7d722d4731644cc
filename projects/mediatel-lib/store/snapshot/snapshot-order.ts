import type { Origin } from '../state/agent-actions';

/**
 * Distinguishes the first snapshot of a connection from the following ones (docs/protocol.md, section 3).
 *
 * A connection keeps its order, so each snapshot is newer than the one before, whatever its `serverTime` is. If that steps back,
 * a clock was set, or another host of the farm answers.
 */
export class SnapshotOrder {
  #connection: number | null = null;

  /** The origin of the next snapshot: `resync` for the first of a connection, else `live`. */
  place(connection: number): Origin {
    if (connection === this.#connection) return 'live';
    this.#connection = connection;
    return 'resync';
  }

  /** Forgets the connection: the next snapshot counts as the first. */
  restart(): void {
    this.#connection = null;
  }
}
