/** What a bad line does to the packets that are sent over it. */
export interface LineCondition {
  /** Of packets that never arrive, 0 to 100. */
  readonly lossPercent: number;
  /** That every packet arrives late by. */
  readonly delayMs: number;
  /** Mean difference in the delays of one packet and the next, as RFC 3550 (6.4.1) estimates it. */
  readonly jitterMs: number;
}

export const goodLine: LineCondition = { lossPercent: 0, delayMs: 0, jitterMs: 0 };

/** Differences between two evenly distributed delays come to a third of the widest on the average. */
const WIDEST = 3;

/** One operator's way from the server: as good as the network is, until a trainer makes it worse. */
export class Line {
  condition = goodLine;

  constructor(private readonly random: () => number = Math.random) {}

  /** Sends now, later, or never; packets may overtake each other, as they may on a network. */
  carry(send: () => void): void {
    const { lossPercent, delayMs, jitterMs } = this.condition;
    if (lossPercent > 0 && this.random() * 100 < lossPercent) return;
    const late = delayMs + (jitterMs > 0 ? this.random() * WIDEST * jitterMs : 0);
    if (late > 0) setTimeout(send, late);
    else send();
  }
}
