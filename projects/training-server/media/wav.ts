import { muLaw } from '../../server-kit';
import { SAMPLE_RATE } from './frame-clock';

export const WAV_HEADER_BYTES = 44;
const FORMAT_PCM = 1;
const FORMAT_MU_LAW = 7;

/** The header of a 16-bit PCM file of 8 kHz with this many bytes of samples (RIFF WAVE). */
export function wavHeader(dataBytes: number, channels: number): Buffer {
  const blockBytes = channels * 2;
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(FORMAT_PCM, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * blockBytes, 28);
  header.writeUInt16LE(blockBytes, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

export interface WavAudio {
  readonly sampleRate: number;
  /** One array per channel. */
  readonly channels: readonly Int16Array[];
}

/** Reads 16-bit PCM and µ-law WAV files. Throws an `Error` that says what is wrong with any other file. */
export function readWav(file: Buffer): WavAudio {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('not a WAV file');
  let format: { code: number; channels: number; sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const id = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, at + 8 + length);
    if (id === 'fmt ') {
      format = { code: body.readUInt16LE(0), channels: body.readUInt16LE(2), sampleRate: body.readUInt32LE(4) };
    } else if (id === 'data') {
      if (!format) throw new Error('WAV file has data before its format');
      return { sampleRate: format.sampleRate, channels: split(linear(body, format.code), format.channels) };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error('WAV file without data');
}

function linear(body: Buffer, format: number): Int16Array {
  if (format === FORMAT_MU_LAW) return muLaw.decode(body);
  if (format !== FORMAT_PCM) throw new Error(`WAV format ${format} is not supported`);
  const samples = new Int16Array(body.length >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = body.readInt16LE(index * 2);
  return samples;
}

function split(samples: Int16Array, channels: number): Int16Array[] {
  if (channels === 1) return [samples];
  const length = Math.floor(samples.length / channels);
  return Array.from({ length: channels }, (_, channel) =>
    Int16Array.from({ length }, (_, index) => samples[index * channels + channel] ?? 0),
  );
}
