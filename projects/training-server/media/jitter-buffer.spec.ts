import fc from 'fast-check';
import { FRAME_SAMPLES } from './frame-clock';
import { JitterBuffer } from './jitter-buffer';

const packet = (value: number) => new Int16Array(FRAME_SAMPLES).fill(value);

/** Plays frames and identifies them by their first sample; 0 is silence. */
function play(buffer: JitterBuffer, frames: number): number[] {
  const frame = new Int16Array(FRAME_SAMPLES);
  return Array.from({ length: frames }, () => {
    buffer.read(frame);
    expect(new Set(frame).size).toBe(1);
    return frame[0] ?? 0;
  });
}

describe('JitterBuffer', () => {
  it('is silent before the first packet', () => {
    expect(play(new JitterBuffer(), 2)).toEqual([0, 0]);
  });

  it('puts packets into their order, whatever order they came in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        (order, start) => {
          const buffer = new JitterBuffer();
          buffer.write(start, packet(9));
          for (const index of order) buffer.write((start + index * FRAME_SAMPLES) >>> 0, packet(index));
          expect(play(buffer, 7)).toEqual([0, 0, 0, 9, 1, 2, 3]);
        },
      ),
    );
  });

  it('plays silence for a missing packet', () => {
    const buffer = new JitterBuffer();
    buffer.write(0, packet(1));
    buffer.write(2 * FRAME_SAMPLES, packet(3));
    expect(play(buffer, 6)).toEqual([0, 0, 0, 1, 0, 3]);
  });

  it('plays a duplicate once', () => {
    const buffer = new JitterBuffer();
    buffer.write(0, packet(1));
    buffer.write(0, packet(1));
    expect(play(buffer, 5)).toEqual([0, 0, 0, 1, 0]);
  });

  it('restarts after a jump of the timestamps', () => {
    const buffer = new JitterBuffer();
    buffer.write(0, packet(1));
    buffer.write(5_000_000, packet(2));
    expect(play(buffer, 4)).toEqual([0, 0, 0, 2]);
  });

  it('waits longer once packets come too late to be played', () => {
    const buffer = new JitterBuffer();
    buffer.write(0, packet(1));
    expect(play(buffer, 5)).toEqual([0, 0, 0, 1, 0]);
    buffer.write(FRAME_SAMPLES, packet(2));
    expect(play(buffer, 4)).toEqual([0, 0, 0, 2]);
  });

  it('catches up when packets pile up', () => {
    const buffer = new JitterBuffer();
    for (let index = 0; index < 30; index++) buffer.write(index * FRAME_SAMPLES, packet(index + 1));
    const played = play(buffer, 12).filter((value) => value !== 0);
    expect(played.at(-1)).toBe(30);
    expect(played.length).toBeLessThan(13);
  });
});
