import { FRAME_MS, FRAME_SAMPLES } from '../media/frame-clock';
import { toneShare } from '../media/spectrum';
import type { Spoken } from './own-pace';

/**
 * The share of the tone sent last and in time by a tab that is in the recording; about 1 if nothing is missing.
 *
 * Frames without any sound are left out first: after a silence the tone goes on with the phase it had before, unless a
 * part of it was lost.
 */
export function keptSpeech(hz: number, recording: Int16Array, { elapsed, inTime }: Spoken): number {
  const frames = Math.floor(recording.length / FRAME_SAMPLES);
  const kept: number[] = [];
  for (let at = Math.max(0, frames - Math.ceil(elapsed / FRAME_MS)); at < frames; at++) {
    const frame = recording.subarray(at * FRAME_SAMPLES, (at + 1) * FRAME_SAMPLES);
    if (frame.some((sample) => sample !== 0)) kept.push(...frame);
  }
  const spokenFrames = inTime / FRAME_MS;
  return (toneShare(hz, Int16Array.from(kept)) * kept.length) / FRAME_SAMPLES / spokenFrames;
}
