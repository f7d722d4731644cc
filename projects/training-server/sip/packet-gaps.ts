/** How regularly packets come in: the longest that a listener was left without one. */
export class PacketGaps {
  private lastAt: number | undefined;
  private longest = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(): void {
    const at = this.now();
    if (this.lastAt !== undefined) this.longest = Math.max(this.longest, at - this.lastAt);
    this.lastAt = at;
  }

  /** Milliseconds, the wait for the next packet included; counted from here on afterwards. */
  take(): number {
    const at = this.now();
    const gap = Math.max(this.longest, this.lastAt === undefined ? Infinity : at - this.lastAt);
    this.longest = 0;
    this.lastAt = at;
    return gap;
  }
}
