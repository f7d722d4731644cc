/**
 * Shortest time within which a report is expected (ms): the server has to notice the stream first. Longer, and “no sound”
 * could not be said within 3 s of the page's return.
 */
const shortest = 2200;
/** Reports that come more rarely say nothing in time (ms). */
const longest = 15_000;
/** How many intervals make a mean. */
const enough = 3;

/**
 * Measures how often the other side reports what it receives (RTCP receiver reports).
 *
 * Intervals are random, between half and one and a half of their mean (RFC 3550, 6.2). So no interval is longer than 1.5
 * means, or than three times any other interval.
 */
export class ReportPace {
  #first: number | null = null;
  #last: number | null = null;
  #intervals = 0;

  /** The newest report came then (ms); `null` if none has come. */
  saw(reportedAt: number | null): void {
    if (reportedAt === null || reportedAt === this.#last) return;
    if (this.#first === null) this.#first = reportedAt;
    else this.#intervals += 1;
    this.#last = reportedAt;
  }

  /** Time within which the report of a new stream comes (ms); `null` if it is not known. */
  get within(): number | null {
    if (this.#first === null || this.#last === null || this.#intervals === 0) return null;
    const mean = (this.#last - this.#first) / this.#intervals;
    const expected = Math.max(shortest, Math.round(mean * (this.#intervals < enough ? 3 : 1.6)));
    return expected <= longest ? expected : null;
  }
}
