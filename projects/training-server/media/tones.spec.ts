import { FRAME_SAMPLES } from './frame-clock';
import type { AudioSource } from './audio-source';
import { musicOnHold } from './music-on-hold';
import { level, powerAt } from './spectrum';
import { busyTone, ringback } from './tones';

function listen(source: AudioSource, seconds: number): Int16Array {
  const samples = new Int16Array(seconds * 8000);
  for (let at = 0; at < samples.length; at += FRAME_SAMPLES) source.read(samples.subarray(at, at + FRAME_SAMPLES));
  return samples;
}

const second = (samples: Int16Array, from: number, to: number) => samples.subarray(from * 8000, to * 8000);

describe('tones', () => {
  it('rings with 425 Hz for a second, then is quiet for four, again and again', () => {
    const heard = listen(ringback(), 10);
    for (const start of [0, 5]) {
      expect(powerAt(425, second(heard, start, start + 1))).toBeGreaterThan(0.9);
      expect(level(second(heard, start + 1, start + 5))).toBe(0);
    }
  });

  it('is busy in half seconds', () => {
    const heard = listen(busyTone(), 2);
    expect(powerAt(425, second(heard, 1, 1.5))).toBeGreaterThan(0.9);
    expect(level(second(heard, 1.5, 2))).toBe(0);
  });

  it('holds with music that goes on and never clips', () => {
    const heard = listen(musicOnHold(), 20);
    for (let at = 0; at < 20; at++) expect(level(second(heard, at, at + 1))).toBeGreaterThan(300);
    expect(heard.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeLessThan(32767);
  });
});
