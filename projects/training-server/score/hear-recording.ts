import { open } from 'node:fs/promises';
import type { HeardRecording } from '../../training-kit';
import { SAMPLE_RATE } from '../media/frame-clock';
import { RECORDING_CHANNELS } from '../media/recording';
import { WAV_HEADER_BYTES } from '../media/wav';
import { RecordingEar } from './recording-ear';

const BYTES_PER_SAMPLE = 2;
/** Bytes of one piece: two seconds of sound. */
const PIECE = 2 * SAMPLE_RATE * RECORDING_CHANNELS * BYTES_PER_SAMPLE;

/**
 * Hears a finished recording, a piece at a time. `null`: there is no such file. Throws an `Error` if it is not a
 * recording of this server.
 */
export async function hearRecording(path: string): Promise<HeardRecording | null> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  try {
    const piece = Buffer.alloc(PIECE);
    const { bytesRead: headed } = await file.read(piece, 0, WAV_HEADER_BYTES, 0);
    if (headed < WAV_HEADER_BYTES || !isOurs(piece)) throw new Error(`${path} is not a recording of two channels`);
    const ear = new RecordingEar();
    for (let at = WAV_HEADER_BYTES; ;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, at);
      const whole = bytesRead - (bytesRead % (RECORDING_CHANNELS * BYTES_PER_SAMPLE));
      if (whole === 0) return ear.heard;
      at += whole;
      // Recordings are little-endian, as every machine is that Node runs on.
      ear.hear(new Int16Array(piece.buffer, piece.byteOffset, whole / BYTES_PER_SAMPLE));
    }
  } finally {
    await file.close();
  }
}

function isOurs(header: Buffer): boolean {
  return (
    header.toString('latin1', 0, 4) === 'RIFF' &&
    header.readUInt16LE(22) === RECORDING_CHANNELS &&
    header.readUInt32LE(24) === SAMPLE_RATE &&
    header.readUInt16LE(34) === BYTES_PER_SAMPLE * 8
  );
}
