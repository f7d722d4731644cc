const rate = 48_000;
const seconds = 20;
/** A syllable of the made-up voice, in ms. */
const syllable = 80;

/**
 * A WAV of a made-up voice without pauses: a tone that changes every 80 ms. A steady one would be taken for noise by the
 * browser, and suppressed.
 */
export function wavFile(): Buffer {
  const samples = Buffer.alloc(2 * rate * seconds);
  let phase = 0;
  let seed = 1;
  let hz = 600;
  for (let at = 0; at < rate * seconds; at += 1) {
    if (at % ((rate * syllable) / 1000) === 0) {
      seed = (seed * 48_271) % 2_147_483_647;
      hz = 300 + (seed % 2400);
    }
    phase += (2 * Math.PI * hz) / rate;
    samples.writeInt16LE(Math.round(12_000 * Math.sin(phase)), 2 * at);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(2 * rate, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
