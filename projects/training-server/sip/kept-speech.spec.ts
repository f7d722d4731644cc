import { keptSpeech } from './kept-speech';

/** A tone with this many frames. */
const tone = (frames: number, from = 0, hz = 440): number[] =>
  Array.from({ length: frames * 160 }, (_, at) => 8000 * Math.sin((2 * Math.PI * hz * (from * 160 + at)) / 8000));
const silence = (frames: number): number[] => new Array<number>(frames * 160).fill(0);
const kept = (recording: readonly number[], elapsed: number, inTime = elapsed): number =>
  keptSpeech(440, Int16Array.from(recording), { elapsed, inTime });

describe('speech that is kept', () => {
  it('the share is 1 if nothing is missing, whatever was before', () => {
    expect(kept([...silence(50), ...tone(50)], 1000)).toBeCloseTo(1, 2);
  });

  it('the share is less for each silence that the tab did not make', () => {
    const recording = [...tone(23), ...silence(20), ...tone(27, 23)];
    expect(kept(recording, 1400)).toBeCloseTo(50 / 70, 2);
    expect(kept(recording, 1400, 1000)).toBeCloseTo(1, 2);
  });

  it('the share is less if something is lost or different', () => {
    expect(kept([...tone(22), ...tone(22, 25), ...tone(6, 50)], 1000)).toBeLessThan(0.95);
    expect(kept([...tone(25), ...tone(25, 0, 640)], 1000)).toBeCloseTo(0.5, 1);
    expect(kept(silence(50), 1000)).toBe(0);
  });
});
