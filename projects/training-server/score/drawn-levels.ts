import type { DrawnLevels } from '../../training-kit';
import { SOUND_FRAME_MS } from './sound-frame';

/** The most values of one side: enough for a wide screen. */
const MOST = 800;
/** Quieter is drawn as nothing (dB below full scale). */
const NOTHING_DB = -50;
/** Louder is drawn as full (dB). */
const FULL_DB = -12;

/** The loudest level of each part of the call, for drawing. */
export function drawnLevels(operator: Float32Array, customer: Float32Array): DrawnLevels {
  const frames = Math.max(1, Math.ceil(operator.length / MOST));
  const drawn = (levels: Float32Array): number[] =>
    Array.from({ length: Math.ceil(levels.length / frames) }, (_, part) => {
      let loudest = NOTHING_DB;
      for (const level of levels.subarray(part * frames, (part + 1) * frames)) loudest = Math.max(loudest, level);
      return Math.round(Math.min(1, (loudest - NOTHING_DB) / (FULL_DB - NOTHING_DB)) * 100);
    });
  return { everyMs: frames * SOUND_FRAME_MS, operator: drawn(operator), customer: drawn(customer) };
}
