/** How late (ms) a snapshot must be to tell of a sleeping tab or a stalled link. */
export const latenessToTell = 5000;

/** By how much (ms) the offset may wander without meaning anything: clocks drift, links vary. */
const wander = 1000;

/**
 * Tells by how much snapshots come later than they were sent.
 *
 * The server's clock and ours have no common start; but a snapshot that waited shows its age beside those before it. A tab
 * that was stopped finds several such at once.
 */
export class SnapshotLateness {
  #offset: number | null = null;
  #last = 0;

  /** Milliseconds this snapshot is late, 0 for in time. `fresh`: the first of a connection. */
  note(serverTime: number, receivedAt: number, fresh: boolean): number {
    const offset = serverTime - receivedAt;
    // A step back is the server's clock being set, not age.
    const restart = fresh || this.#offset === null || serverTime < this.#last;
    this.#last = serverTime;
    const late = restart ? 0 : this.#offset! - offset;
    if (late < wander) this.#offset = offset;
    return Math.max(0, late);
  }

  restart(): void {
    this.#offset = null;
  }
}
