import { level } from '../media/spectrum';
import { levelled } from './levelled';

const speech = (amplitude: number) =>
  Int16Array.from({ length: 8000 }, (_, index) => amplitude * Math.sin(index) * (index % 1600 < 800 ? 1 : 0));

describe('levelling a line', () => {
  it.each([300, 3000, 20_000])('brings an amplitude of %d to the level of speech', (amplitude) => {
    expect(level(levelled(speech(amplitude), 1).subarray(0, 800))).toBeCloseTo(3000, -2);
  });

  it('makes an angry voice louder, but never distorts it', () => {
    const calm = level(levelled(speech(3000), 1));
    expect(level(levelled(speech(3000), 1.5)) / calm).toBeCloseTo(1.5, 1);
    const peaks = speech(300);
    peaks[100] = 30_000;
    expect(Math.max(...levelled(peaks, 1.5))).toBeLessThanOrEqual(29_000);
  });

  it('takes silence away from both ends, and leaves that in the middle', () => {
    const line = new Int16Array(8000);
    line.fill(2000, 2000, 3000);
    line.fill(2000, 4000, 5000);
    expect(levelled(line, 1)).toHaveLength(3000 + 2 * 80);
  });

  it('of nothing is nothing', () => {
    expect(levelled(new Int16Array(8000), 1)).toHaveLength(0);
  });
});
