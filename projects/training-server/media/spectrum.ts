import { SAMPLE_RATE } from './frame-clock';

/** Loudness: root mean square of 16-bit samples, 0 to 32767. */
export function level(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** How much of the sound's power is at one frequency, 0 to 1 (a single DFT bin). */
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
