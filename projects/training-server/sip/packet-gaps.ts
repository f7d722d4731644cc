/** Of one beat; more has passed while the listener itself stood still. */
const mostOfABeatMs = 40;

/**
 * How long at most a listener was left without a packet while it listened.
 *
 * Time is counted by the listener's own beats, 20 ms apart: where the machine lets it wait, what waits for it in its socket is
 * nobody's silence.
 */
export class PacketGaps {
  private silentMs = 0;
  private longestMs = 0;
  private lastBeat: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  packet(): void {
    this.silentMs = 0;
  }

  beat(): void {
    const at = this.now();
    if (this.lastBeat !== undefined) this.silentMs += Math.min(mostOfABeatMs, at - this.lastBeat);
    this.lastBeat = at;
    this.longestMs = Math.max(this.longestMs, this.silentMs);
  }

  /** The longest since this was last asked. Milliseconds. */
  take(): number {
    const { longestMs } = this;
    this.longestMs = this.silentMs;
    return longestMs;
  }
}
