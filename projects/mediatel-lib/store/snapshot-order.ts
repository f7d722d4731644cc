import type { Origin } from './agent-actions';

/** How much older (ms, by `serverTime`) than the last one a snapshot may be and still be taken for late: it is dropped. */
const lateness = 5000;

/**
 * The order of snapshots within a connection (docs/protocol.md, section 3).
 *
 * A late snapshot is dropped; one much older is taken, for the server's clock was set; a new connection starts afresh.
 */
export class SnapshotOrder {
  #connection: number | null = null;
  #last: number | null = null;

  /** Notes a snapshot and says how to take it. */
  place(connection: number, serverTime: number | null): Origin | 'late' {
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#last = serverTime;
      return 'resync';
    }
    if (serverTime === null) return 'live';
    if (this.#last !== null && serverTime < this.#last && this.#last - serverTime <= lateness) return 'late';
    this.#last = serverTime;
    return 'live';
  }

  /** Forgets the connection: whatever comes next starts afresh. */
  restart(): void {
    this.#connection = null;
  }
}
