import type { Span } from '../../training-kit';
import { noiseFloor } from './noise-floor';
import { SOUND_FRAME_MS, type ChannelSound } from './sound-frame';

const frames = (ms: number): number => ms / SOUND_FRAME_MS;

/** A voice is so much louder than the noise (dB). */
const VOICE_OVER_NOISE_DB = 6;
/** A voice's first and last sounds, such as “s”, have no pitch; they are so much louder than the noise (dB). */
const EDGE_OVER_NOISE_DB = 8;
/** Quieter sound is nobody who speaks to the microphone (dB). */
const QUIETEST_DB = -55;
/** The longest sound without a pitch at the beginning and at the end of an utterance (ms). */
const EDGE_BEFORE = frames(150);
const EDGE_AFTER = frames(200);
/** The edge may have a hole, such as the closed lips of a “p”. */
const EDGE_HOLE = frames(40);
/** Pieces of pitch so near to each other are one piece (ms). */
const NEAR = frames(100);
/** A piece has at least so much pitch (ms): breath, a click or a chair has less. */
const LEAST_VOICED = frames(50);
/** A shorter pause is a part of an utterance (ms). */
const BRIDGED = frames(350);
/** Nobody says a word in less (ms). */
const LEAST_LENGTH = frames(100);
/** A key's tone fades in and out: so much around it is not looked at (ms). */
const AROUND_TONE = frames(30);

/** Where somebody speaks in a channel, in order, in milliseconds from its beginning. */
export function speechSpans(sound: ChannelSound): Span[] {
  const floor = noiseFloor(sound.levels);
  const isTone = widened(sound.tones);
  const isOver = (frame: number, db: number) =>
    isTone[frame] === 0 && sound.levels[frame]! >= Math.max(QUIETEST_DB, floor[frame]! + db);
  const isVoice = (frame: number) => sound.voiced[frame] === 1 && isOver(frame, VOICE_OVER_NOISE_DB);
  const isEdge = (frame: number) => isOver(frame, EDGE_OVER_NOISE_DB);
  const length = sound.levels.length;

  const pieces = voicedPieces(length, isVoice)
    .filter(({ voiced }) => voiced >= LEAST_VOICED)
    .map(({ from, to, voiced }) => ({
      from: reach(from, -1, EDGE_BEFORE, length, isEdge),
      to: reach(to - 1, 1, EDGE_AFTER, length, isEdge) + 1,
      voiced,
    }));
  return joined(pieces, BRIDGED)
    .filter(({ from, to }) => to - from >= LEAST_LENGTH)
    .map(({ from, to }) => ({ fromMs: from * SOUND_FRAME_MS, toMs: to * SOUND_FRAME_MS }));
}

/** In frames. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Frames with a pitch. */
  readonly voiced: number;
}

function voicedPieces(length: number, isVoice: (frame: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let frame = 0; frame < length; frame++) {
    const from = frame;
    while (frame < length && isVoice(frame)) frame++;
    // A single frame may be chance.
    if (frame - from >= 2) pieces.push({ from, to: frame, voiced: frame - from });
  }
  return joined(pieces, NEAR);
}

/** Pieces in order; those with a gap of at most `gap` frames become one. */
function joined(pieces: readonly Piece[], gap: number): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (!last || piece.from - last.to > gap) all.push(piece);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, piece.to), voiced: last.voiced + piece.voiced };
  }
  return all;
}

/** The last frame of an edge, at most `most` frames away from where the pitch begins or ends. */
function reach(from: number, step: 1 | -1, most: number, length: number, isEdge: (frame: number) => boolean): number {
  let last = from;
  for (let away = 1; away <= most; away++) {
    const frame = from + away * step;
    if (frame < 0 || frame >= length || Math.abs(frame - last) > EDGE_HOLE) break;
    if (isEdge(frame)) last = frame;
  }
  return last;
}

function widened(flags: Uint8Array): Uint8Array {
  const wide = new Uint8Array(flags.length);
  for (let frame = 0; frame < flags.length; frame++) {
    if (flags[frame] === 1) wide.fill(1, Math.max(0, frame - AROUND_TONE), frame + AROUND_TONE + 1);
  }
  return wide;
}
