/** How late (ms) a snapshot must be to be reported: the tab was asleep, or the link stalled. */
export const latenessToTell = 5000;

/** How much (ms) the offset may vary without a meaning: clocks drift, and links have jitter. */
const wander = 1000;

/**
 * Measures how late snapshots arrive.
 *
 * The server's clock and the tab's clock have no common start. But a snapshot that waited has a smaller offset between the two
 * than the snapshots before it. A tab that was suspended gets several late ones at once.
 */
export class SnapshotLateness {
  #offset: number | null = null;
  #last = 0;

  /**
   * How late (ms) this snapshot is; 0 if in time.
   *
   * @param serverTime The snapshot's own time, in ms since the epoch.
   * @param receivedAt When it arrived, in monotonic ms.
   * @param fresh Whether it is the first of a connection.
   */
  measureLateness(serverTime: number, receivedAt: number, fresh: boolean): number {
    const offset = serverTime - receivedAt;
    // If the time steps back, the server's clock was set; the snapshot is not late.
    const restart = fresh || this.#offset === null || serverTime < this.#last;
    this.#last = serverTime;
    const late = restart ? 0 : this.#offset! - offset;
    if (late < wander) this.#offset = offset;
    return Math.max(0, late);
  }

  /** Forgets the clocks' offset. */
  restart(): void {
    this.#offset = null;
  }
}
