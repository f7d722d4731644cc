import { FRAME_SAMPLES } from '../media/frame-clock';
import { level } from '../media/spectrum';

/** The level of speech: that of the committed prompts. RMS of 16-bit samples, silent frames left out. */
const SPEECH_RMS = 3000;
/** No sample is louder: the rest is room for G.711. */
const PEAK = 29_000;
/** Quieter samples at both ends are no speech. */
const SILENT = 60;
/** Kept before and after the speech. */
const MARGIN_SAMPLES = FRAME_SAMPLES / 2;

/** A line without the silence around it, at the same level as any other. `loudness`: 1 is normal. */
export function levelled(samples: Int16Array, loudness: number): Int16Array {
  const line = trimmed(samples);
  let [peak, sum, frames] = [0, 0, 0];
  for (const sample of line) peak = Math.max(peak, Math.abs(sample));
  for (let at = 0; at < line.length; at += FRAME_SAMPLES) {
    const frame = level(line.subarray(at, at + FRAME_SAMPLES));
    if (frame <= SILENT) continue;
    sum += frame * frame;
    frames++;
  }
  if (frames === 0) return line;
  const gain = Math.min((SPEECH_RMS * loudness) / Math.sqrt(sum / frames), PEAK / peak);
  return line.map((sample) => Math.round(sample * gain));
}

function trimmed(samples: Int16Array): Int16Array {
  const isSpeech = (sample: number): boolean => Math.abs(sample) > SILENT;
  const from = samples.findIndex(isSpeech);
  if (from < 0) return new Int16Array(0);
  return samples.slice(Math.max(0, from - MARGIN_SAMPLES), samples.findLastIndex(isSpeech) + 1 + MARGIN_SAMPLES);
}
