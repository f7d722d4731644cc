import { SAMPLE_RATE } from '../media/frame-clock';

/** Length of one measured frame (ms): half of a frame of the recording. */
export const SOUND_FRAME_MS = 10;
/** Samples in one measured frame. */
export const SOUND_FRAME_SAMPLES = (SAMPLE_RATE * SOUND_FRAME_MS) / 1000;

/** What one channel sounds like, a value for each frame of 10 ms. */
export interface ChannelSound {
  /** Level above 65 Hz, in dB below full scale: 0 is the loudest, -120 is silence. */
  readonly levels: Float32Array;
  /** 1: the frame has a pitch, as a voice has. */
  readonly voiced: Uint8Array;
  /** 1: the frame is a key's tone (DTMF). */
  readonly tones: Uint8Array;
}

/** The level of a frame in which every sample is 0. */
export const silentLevel = -120;
