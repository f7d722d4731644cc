import { SOUND_FRAME_MS } from './sound-frame';

/** Noise is what is left where it is quietest within so long before and after (ms). */
const AROUND_MS = 4000;
const AROUND = AROUND_MS / SOUND_FRAME_MS;
/** Frames over which the power is averaged before the quietest is looked for: 50 ms. */
const SMOOTH = 5;
/** The quietest of many averages is this much below the noise's own level (dB). */
const BELOW_NOISE = 2;
/** Muted sound and G.711's zero are no noise. */
const QUIETEST_DB = -85;
/** Where so many frames around are silent (2 s), the sound is muted or gated: what is left may be speech alone. */
const MOST_SILENT = 200;
/** Then noise is never believed to be louder (dB). */
const LOUDEST_FLOOR_DB = -32;
/** Noise stays near its quietest level (dB) for a part of the time that is left; speech alone does not. */
const NEAR_QUIETEST_DB = 4;
const LEAST_NEAR = 0.1;
/** A line is never believed to be quieter (dB): otherwise faint sound would count as speech. */
const LOWEST_FLOOR_DB = -66;

/**
 * The level of the noise around each frame, in dB. It follows noise that changes, also backwards: the whole recording is
 * known.
 */
export function noiseFloor(levels: Float32Array): Float32Array {
  const smooth = smoothed(levels);
  const floor = new Float32Array(levels.length);
  // Places of a rising row of levels: the first one is the quietest within reach.
  const places = new Int32Array(levels.length);
  let first = 0;
  let end = 0;
  let silent = 0;
  for (let ahead = 0; ahead < levels.length + AROUND; ahead++) {
    if (ahead < levels.length) {
      while (end > first && smooth[places[end - 1]!]! >= smooth[ahead]!) end--;
      places[end++] = ahead;
      if (smooth[ahead] === Infinity) silent++;
    }
    const frame = ahead - AROUND;
    if (frame < 0) continue;
    const behind = frame - AROUND - 1;
    if (behind >= 0 && smooth[behind] === Infinity) silent--;
    while (first < end && places[first]! < frame - AROUND) first++;
    const quietest = smooth[places[first]!]!;
    const isNoise = silent < MOST_SILENT || (quietest < LOUDEST_FLOOR_DB && staysNear(smooth, frame, quietest));
    floor[frame] = Math.max(LOWEST_FLOOR_DB, isNoise ? quietest + BELOW_NOISE : LOWEST_FLOOR_DB);
  }
  return floor;
}

/** Whether the sound around a frame is noise: often near its quietest level. */
function staysNear(smooth: Float32Array, frame: number, quietest: number): boolean {
  let near = 0;
  let sounding = 0;
  for (let at = Math.max(0, frame - AROUND); at <= frame + AROUND && at < smooth.length; at++) {
    if (smooth[at] === Infinity) continue;
    sounding++;
    if (smooth[at]! < quietest + NEAR_QUIETEST_DB) near++;
  }
  return near >= sounding * LEAST_NEAR && sounding > 0;
}

/** Averages of the power, in dB; infinite around silence without noise. */
function smoothed(levels: Float32Array): Float32Array {
  const smooth = new Float32Array(levels.length);
  for (let frame = 0; frame < levels.length; frame++) {
    let power = 0;
    let count = 0;
    for (let near = Math.max(0, frame - 2); near < Math.min(levels.length, frame - 2 + SMOOTH); near++) {
      if (levels[near]! < QUIETEST_DB) {
        count = 0;
        break;
      }
      power += 10 ** (levels[near]! / 10);
      count++;
    }
    smooth[frame] = count === 0 ? Infinity : 10 * Math.log10(power / count);
  }
  return smooth;
}
