import { FRAME_SAMPLES } from './frame-clock';

/** A source of audio frames. */
export interface AudioSource {
  /** Fills the frame with the next samples; `false` once there is nothing left (the frame is then silent). */
  read(frame: Int16Array): boolean;
}

/** An empty frame: silence. */
export function newFrame(): Int16Array {
  return new Int16Array(FRAME_SAMPLES);
}

export const silence: AudioSource = {
  read(frame) {
    frame.fill(0);
    return true;
  },
};

/** Plays a recording once. */
export function playOnce(samples: Int16Array): AudioSource {
  let at = 0;
  return {
    read(frame) {
      frame.fill(0);
      frame.set(samples.subarray(at, at + frame.length));
      at += frame.length;
      return at - frame.length < samples.length;
    },
  };
}

/** Repeats a recording. Its length should be whole frames, otherwise a gap follows its end. */
export function playForever(samples: Int16Array): AudioSource {
  let source = playOnce(samples);
  return {
    read(frame) {
      if (!source.read(frame)) {
        source = playOnce(samples);
        source.read(frame);
      }
      return true;
    },
  };
}
