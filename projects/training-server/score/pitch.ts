/** The rate at which a pitch is looked for (Hz): half of the recording's. */
const RATE = 4000;
/** The pitches of voices (Hz). */
const LOWEST = 55;
const HIGHEST = 400;
const SHORTEST_LAG = RATE / HIGHEST;
const LONGEST_LAG = Math.ceil(RATE / LOWEST);
/** One period is compared with the next, at least 12 ms: over a longer time a voice's pitch and vowel glide. */
const LEAST_WINDOW = 48;
/** How many samples are compared, for each lag. */
const WINDOWS = Int32Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => Math.max(LEAST_WINDOW, lag));
/** Samples that `hasPitch` needs: 37 ms. */
export const PITCH_SAMPLES = LONGEST_LAG * 2;
/** How alike two periods are. Most frames of speech are more alike, 1 % of breath, none of white noise. */
const ALIKE = 0.55;
/** Quieter sound is no voice: -66 dB below full scale. */
const QUIETEST_POWER = 16 * 16;

/**
 * Whether sound of 4 kHz repeats itself with a period of a voice (normalised cross-correlation). Breath, clicks and line
 * noise don't.
 */
export function hasPitch(sound: Float32Array): boolean {
  for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
    const window = WINDOWS[lag]!;
    // Every lag looks at the same middle.
    const from = (PITCH_SAMPLES - window - lag) >> 1;
    let power = 0;
    let later = 0;
    let product = 0;
    for (let at = from; at < from + window; at++) {
      const first = sound[at]!;
      const second = sound[at + lag]!;
      power += first * first;
      later += second * second;
      product += first * second;
    }
    if (power < QUIETEST_POWER * window) return false;
    if (product > 0 && product * product > ALIKE * ALIKE * power * later) return true;
  }
  return false;
}
