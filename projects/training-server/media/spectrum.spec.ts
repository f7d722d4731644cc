import { powerAt, toneShare } from './spectrum';

const tone = (hz: number, seconds: number, from = 0): Int16Array =>
  Int16Array.from(
    { length: seconds * 8000 },
    (_, index) => 8000 * Math.sin((2 * Math.PI * hz * (from + index)) / 8000),
  );

const joined = (...parts: readonly Int16Array[]): Int16Array => Int16Array.from(parts.flatMap((part) => [...part]));

/** A tone with one frame of 20 ms missing after this many seconds. */
const stumbling = (seconds: number): Int16Array =>
  joined(tone(440, seconds), tone(440, 1 - seconds, 8000 * seconds + 160));

describe('toneShare', () => {
  it('the share is 1 for the tone, 0 for silence and for another tone', () => {
    expect(toneShare(440, tone(440, 1))).toBeGreaterThan(0.99);
    expect(toneShare(440, new Int16Array(8000))).toBe(0);
    expect(toneShare(440, tone(460, 1))).toBeLessThan(0.01);
    expect(toneShare(440, new Int16Array(10))).toBe(0);
  });

  it('the share is half for a tone in half of the time, and for one of two tones', () => {
    expect(toneShare(440, joined(tone(440, 1), new Int16Array(8000)))).toBeCloseTo(0.5, 1);
    const other = tone(640, 1);
    const both = tone(440, 1).map((sample, index) => (sample + (other[index] ?? 0)) / 2);
    expect(toneShare(440, both)).toBeCloseTo(0.5, 1);
  });

  it.each([0.2, 0.25, 0.5, 0.75])('is not misled by a frame lost after %d s, as one transform is', (seconds) => {
    expect(powerAt(440, stumbling(seconds))).toBeLessThan(0.8);
    expect(toneShare(440, stumbling(seconds))).toBeGreaterThan(0.95);
  });
});
