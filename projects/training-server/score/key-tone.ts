import { SAMPLE_RATE } from '../media/frame-clock';

/** The frequencies of a telephone's keys (Hz), ITU-T Q.23: each key is one low and one high. */
const LOW = cosines(697, 770, 852, 941);
const HIGH = cosines(1209, 1336, 1477, 1633);
/** Samples that `isKeyTone` needs: 30 ms. */
export const TONE_SAMPLES = 240;
/** The share of the whole power that both frequencies have together. A vowel has less. */
const BOTH = 0.8;
const EACH = 0.1;

/** Whether 30 ms of sound are a key's tone (DTMF). */
export function isKeyTone(sound: Float32Array): boolean {
  let power = 0;
  for (let at = 0; at < TONE_SAMPLES; at++) power += sound[at]! * sound[at]!;
  if (power === 0) return false;
  const low = strongest(sound, LOW) / power;
  if (low < EACH) return false;
  const high = strongest(sound, HIGH) / power;
  return high >= EACH && low + high >= BOTH;
}

/** The part of the power that is at the strongest of the frequencies (Goertzel). `twice`: two cosines of each. */
function strongest(sound: Float32Array, twice: Float64Array): number {
  let most = 0;
  for (const factor of twice) {
    let last = 0;
    let before = 0;
    for (let at = 0; at < TONE_SAMPLES; at++) {
      const next = sound[at]! + factor * last - before;
      before = last;
      last = next;
    }
    const part = (2 * (last * last + before * before - factor * last * before)) / TONE_SAMPLES;
    if (part > most) most = part;
  }
  return most;
}

function cosines(...hertz: readonly number[]): Float64Array {
  return Float64Array.from(hertz, (each) => 2 * Math.cos((2 * Math.PI * each) / SAMPLE_RATE));
}
