/** How many seconds' worth of messages may come at once: a page that comes back from sleep has much to say. */
const burstSeconds = 4;

/** Counts one socket's messages: a bucket that holds a burst and fills up again steadily. */
export class MessageRate {
  private left: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = perSecond * burstSeconds;
    this.filledAt = now();
  }

  /** Takes note of a message; `false`: one too many. */
  take(): boolean {
    const at = this.now();
    this.left = Math.min(this.perSecond * burstSeconds, this.left + ((at - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = at;
    if (this.left < 1) return false;
    this.left--;
    return true;
  }
}
