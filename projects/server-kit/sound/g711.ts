/**
 * G.711, both laws, by table: 8-bit samples to and from 16-bit linear ones.
 *
 * Written here because the available packages (`alawmulaw`, `g711`) are untyped and years old, and the tables are
 * shorter than wrappers would be. Source: ITU-T G.711; the test compares with its reference values.
 */
export interface AudioCodec {
  decode(encoded: Uint8Array): Int16Array;
  encode(samples: Int16Array): Uint8Array;
}

function codec(expand: (code: number) => number): AudioCodec {
  const linear = Int16Array.from({ length: 256 }, (_, code) => expand(code));
  const codes = nearestCodes(linear);
  // Plain loops: `from` with a callback uses the iterator protocol, ten times slower, 2000 times a second.
  return {
    decode(encoded) {
      const samples = new Int16Array(encoded.length);
      for (let index = 0; index < samples.length; index++) samples[index] = linear[encoded[index]!]!;
      return samples;
    },
    encode(samples) {
      const encoded = new Uint8Array(samples.length);
      for (let index = 0; index < encoded.length; index++) encoded[index] = codes[samples[index]! + 32768]!;
      return encoded;
    },
  };
}

/** For each of the 65536 linear values the code whose expansion is nearest. */
function nearestCodes(linear: Int16Array): Uint8Array {
  const ordered = Array.from(linear, (value, code) => ({ value, code })).sort((a, b) => a.value - b.value);
  const codes = new Uint8Array(65536);
  let at = 0;
  for (let value = -32768; value <= 32767; value++) {
    const distance = (index: number) => Math.abs((ordered[index]?.value ?? Infinity) - value);
    while (distance(at + 1) <= distance(at)) at++;
    codes[value + 32768] = ordered[at]?.code ?? 0;
  }
  return codes;
}

function expandMuLaw(code: number): number {
  const inverted = ~code & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + 0x84) << ((inverted & 0x70) >> 4);
  return inverted & 0x80 ? 0x84 - magnitude : magnitude - 0x84;
}

function expandALaw(code: number): number {
  const toggled = code ^ 0x55;
  const segment = (toggled & 0x70) >> 4;
  const step = ((toggled & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return toggled & 0x80 ? magnitude : -magnitude;
}

export const muLaw = codec(expandMuLaw);
export const aLaw = codec(expandALaw);
