import { FRAME_SAMPLES } from './frame-clock';

/** About a second. A power of two, so that slots stay in order when 32-bit timestamps wrap. */
const RING_SAMPLES = 8192;
/** How far playing is behind arriving at the start of a stream: enough for two late packets. */
const DELAY_SAMPLES = 3 * FRAME_SAMPLES;
/** If playing is further behind than this, samples are skipped. */
const MAX_LAG_SAMPLES = 12 * FRAME_SAMPLES;

/**
 * Restores the timing of incoming RTP.
 *
 * A ring of samples addressed by RTP timestamp. Reordering, duplicates, losses, odd packet lengths and the gaps of DTMF
 * events all become sound in its place, or silence. A jump in the timestamps restarts it.
 */
export class JitterBuffer {
  readonly #ring = new Int16Array(RING_SAMPLES);
  /** Next timestamp to play; `undefined` until the first packet, and again after running dry. */
  #playAt: number | undefined;
  #newest = 0;

  write(timestamp: number, samples: Int16Array): void {
    if (this.#playAt === undefined) this.#restart(timestamp);
    let ahead = distance(timestamp, this.#playAt ?? timestamp);
    // Far too late, or from another time range: a longer delay is needed.
    if (ahead + samples.length <= 0 || ahead + samples.length > RING_SAMPLES) {
      this.#restart(timestamp);
      ahead = DELAY_SAMPLES;
    }
    for (let index = 0; index < samples.length; index++) {
      // The part of a late packet that was already due is lost.
      if (ahead + index >= 0) this.#ring[(timestamp + index) % RING_SAMPLES] = samples[index] ?? 0;
    }
    const end = (timestamp + samples.length) >>> 0;
    if (distance(end, this.#newest) > 0) this.#newest = end;
    if (distance(this.#newest, this.#playAt ?? 0) > MAX_LAG_SAMPLES) this.#skipTo((this.#newest - DELAY_SAMPLES) >>> 0);
  }

  /** The next frame; silence if nothing arrived. */
  read(frame: Int16Array): void {
    frame.fill(0);
    if (this.#playAt === undefined) return;
    for (let index = 0; index < frame.length; index++) {
      const slot = (this.#playAt + index) % RING_SAMPLES;
      frame[index] = this.#ring[slot] ?? 0;
      this.#ring[slot] = 0;
    }
    this.#playAt = (this.#playAt + frame.length) >>> 0;
    if (distance(this.#playAt, this.#newest) > DELAY_SAMPLES) this.#playAt = undefined;
  }

  #restart(timestamp: number): void {
    this.#ring.fill(0);
    this.#playAt = (timestamp - DELAY_SAMPLES) >>> 0;
    this.#newest = timestamp;
  }

  #skipTo(timestamp: number): void {
    const kept = new Int16Array(DELAY_SAMPLES);
    for (let index = 0; index < kept.length; index++) kept[index] = this.#ring[(timestamp + index) % RING_SAMPLES] ?? 0;
    this.#ring.fill(0);
    for (let index = 0; index < kept.length; index++) this.#ring[(timestamp + index) % RING_SAMPLES] = kept[index] ?? 0;
    this.#playAt = timestamp;
  }
}

/** `a - b` of 32-bit timestamps that wrap. */
function distance(a: number, b: number): number {
  return (a - b) | 0;
}
