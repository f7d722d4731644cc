import { SAMPLE_RATE } from './frame-clock';

/** Loudness: root mean square of 16-bit samples, 0 to 32767. */
export function level(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** The share of the sound's power at one frequency, 0 to 1 (a single DFT bin). */
export function powerAt(hz: number, samples: Int16Array): number {
  let [real, imaginary, total] = [0, 0, 0];
  samples.forEach((sample, index) => {
    const angle = (2 * Math.PI * hz * index) / SAMPLE_RATE;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
    total += sample * sample;
  });
  return total === 0 ? 0 : (2 * (real * real + imaginary * imaginary)) / (samples.length * total);
}

/** Long enough to distinguish two frequencies 10 Hz apart. */
const WINDOW_SAMPLES = SAMPLE_RATE / 10;

/**
 * The share of the time in which a tone and nothing else sounds, 0 to 1.
 *
 * Computed window by window. After a stall of a frame or two the tone goes on with another phase, and a single
 * transform over everything would see two tones that cancel each other (one 20 ms frame of 440 Hz lost in the middle
 * gives 0.65 instead of 1).
 */
export function toneShare(hz: number, samples: Int16Array): number {
  let [sum, windows] = [0, 0];
  for (let at = 0; at + WINDOW_SAMPLES <= samples.length; at += WINDOW_SAMPLES) {
    sum += powerAt(hz, samples.subarray(at, at + WINDOW_SAMPLES));
    windows++;
  }
  return windows === 0 ? 0 : sum / windows;
}
