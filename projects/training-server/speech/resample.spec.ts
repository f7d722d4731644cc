import { level, powerAt } from '../media/spectrum';
import { resample } from './resample';

const tone = (hz: number, rate: number, seconds = 1) =>
  Int16Array.from({ length: rate * seconds }, (_, index) => 10_000 * Math.sin((2 * Math.PI * hz * index) / rate));

/** Without the ends, where the filter has only half of its input. */
const inner = (samples: Int16Array) => samples.subarray(200, -200);

describe('resampling to 8 kHz', () => {
  it.each([100, 440, 1000, 2500, 3200])('keeps a tone of %d Hz as it is', (hz) => {
    const result = resample(tone(hz, 22_050), 22_050);
    expect(result).toHaveLength(8000);
    expect(level(inner(result)) / (10_000 / Math.SQRT2)).toBeCloseTo(1, 1);
    expect(powerAt(hz, inner(result))).toBeGreaterThan(0.99);
  });

  it.each([4000, 4300, 5000, 7000, 10_000])(
    'leaves nothing of a tone of %d Hz, not as a false low one either',
    (hz) => {
      expect(level(inner(resample(tone(hz, 22_050), 22_050)))).toBeLessThan(70);
    },
  );

  it('keeps the time of a sound', () => {
    const click = new Int16Array(22_050);
    click.fill(30_000, 11_023, 11_027);
    const result = resample(click, 22_050);
    const loudest = result.reduce((best, sample, index) => (sample > (result[best] ?? 0) ? index : best), 0);
    expect(Math.abs(loudest - 4000)).toBeLessThanOrEqual(1);
  });

  it('leaves 8 kHz alone, also if there is nothing', () => {
    expect(resample(Int16Array.of(1, 2, 3), 8000)).toEqual(Int16Array.of(1, 2, 3));
    expect(resample(new Int16Array(0), 22_050)).toHaveLength(0);
  });
});
