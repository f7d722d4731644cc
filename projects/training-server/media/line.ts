/** How a bad line changes the packets sent over it. */
export interface LineCondition {
  /** Share of packets that never arrive, 0 to 100. */
  readonly lossPercent: number;
  /** By how much every packet is late. */
  readonly delayMs: number;
  /** Mean difference in the delays of one packet and the next, as RFC 3550 (6.4.1) estimates it. */
  readonly jitterMs: number;
}

export const goodLine: LineCondition = { lossPercent: 0, delayMs: 0, jitterMs: 0 };

/** For two evenly distributed delays the mean difference is a third of the range. */
const WIDEST = 3;

/** One operator's line from the server: as good as the network, until a trainer degrades it. */
export class Line {
  condition = goodLine;
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Sends now, later, or never. Packets may overtake each other, as in a network. */
  carry(send: () => void): void {
    const { lossPercent, delayMs, jitterMs } = this.condition;
    if (lossPercent > 0 && this.#random() * 100 < lossPercent) return;
    const late = delayMs + (jitterMs > 0 ? this.#random() * WIDEST * jitterMs : 0);
    if (late > 0) setTimeout(send, late);
    else send();
  }
}
