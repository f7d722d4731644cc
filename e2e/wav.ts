/** One channel of a recording: samples from -1 to 1. */
export type Channel = Float32Array;

/** Reads a 16-bit PCM WAV of two channels: the operator's side left, the customer's right. */
export function readWav(data: Buffer): {
  readonly rate: number;
  readonly operator: Channel;
  readonly customer: Channel;
} {
  if (data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('not a WAV');
  const format = chunk(data, 'fmt ');
  const channels = format.readUInt16LE(2);
  const bits = format.readUInt16LE(14);
  if (channels !== 2 || bits !== 16) throw new Error(`expected 2 channels of 16 bits, found ${channels} of ${bits}`);
  const samples = chunk(data, 'data');
  const frames = Math.floor(samples.length / 4);
  const side = (offset: number) =>
    Float32Array.from({ length: frames }, (_, i) => samples.readInt16LE(i * 4 + offset) / 32768);
  return { rate: format.readUInt32LE(4), operator: side(0), customer: side(2) };
}

function chunk(data: Buffer, wanted: string): Buffer {
  for (let at = 12; at + 8 <= data.length;) {
    const size = data.readUInt32LE(at + 4);
    if (data.toString('latin1', at, at + 4) === wanted) return data.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error(`no chunk “${wanted}”`);
}

/** Energy like WebRTC's `totalAudioEnergy`: squared samples times seconds. */
export const energy = (samples: Channel, rate: number): number => samples.reduce((sum, s) => sum + s * s, 0) / rate;

/**
 * The share of the energy at one frequency: 1 for a pure tone of it, small for speech.
 *
 * Goertzel over 20 ms windows, because the fake microphone beeps no longer. A beep that falls into two windows counts
 * half, and where it falls is chance. So windows begin at four places, and the best ones count.
 */
export function shareAt(samples: Channel, rate: number, frequency: number): number {
  const places = [0, 1, 2, 3].map((quarter) => Math.round((quarter * rate) / 200));
  return Math.max(...places.map((from) => shareInWindows(samples.subarray(from), rate, frequency)));
}

function shareInWindows(samples: Channel, rate: number, frequency: number): number {
  const width = Math.round(rate / 50);
  const w = (2 * Math.PI * frequency) / rate;
  let atFrequency = 0;
  let whole = 0;
  for (let start = 0; start + width <= samples.length; start += width) {
    let a = 0;
    let b = 0;
    for (const sample of samples.subarray(start, start + width)) {
      [a, b] = [sample + 2 * Math.cos(w) * a - b, a];
      whole += sample * sample;
    }
    atFrequency += (2 * (a * a + b * b - 2 * Math.cos(w) * a * b)) / width;
  }
  return whole === 0 ? 0 : atFrequency / whole;
}

/** Where a complete silence begins and ends, in samples. */
type Silence = readonly [from: number, to: number];

/** The longest complete silences, the longest first. */
export function longestSilences(samples: Channel, most: number): readonly Silence[] {
  const silences: Silence[] = [];
  let from = 0;
  samples.forEach((sample, at) => {
    if (sample === 0) return;
    if (at > from) silences.push([from, at]);
    from = at + 1;
  });
  if (samples.length > from) silences.push([from, samples.length]);
  return silences.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, most);
}

/** The longest complete silence; empty at the beginning if there is none. */
export const longestSilence = (samples: Channel): Silence => longestSilences(samples, 1)[0] ?? [0, 0];
