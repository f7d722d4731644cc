import fc from 'fast-check';
import { aLaw, muLaw } from './g711';

describe('G.711', () => {
  // ITU-T G.711 tables 1 and 2, scaled to 16 bits.
  it.each([
    [0xff, 0],
    [0x7f, 0],
    [0xfe, 8],
    [0x80, 32124],
    [0x00, -32124],
    [0xef, 132],
  ])('µ-law %d is %d', (code, linear) => {
    expect([...muLaw.decode(Uint8Array.of(code))]).toEqual([linear]);
  });

  it.each([
    [0xd5, 8],
    [0x55, -8],
    [0xaa, 32256],
    [0x2a, -32256],
  ])('A-law %d is %d', (code, linear) => {
    expect([...aLaw.decode(Uint8Array.of(code))]).toEqual([linear]);
  });

  it.each([
    ['µ-law', muLaw],
    ['A-law', aLaw],
  ])('%s gives back what it can express', (_name, codec) => {
    const expressible = codec.decode(Uint8Array.from({ length: 256 }, (_, code) => code));
    expect(codec.decode(codec.encode(expressible))).toEqual(expressible);
  });

  it.each([
    ['µ-law', muLaw],
    ['A-law', aLaw],
  ])('%s is never further off than half a step', (_name, codec) => {
    fc.assert(
      fc.property(fc.integer({ min: -32000, max: 32000 }), (sample) => {
        const [back = 0] = codec.decode(codec.encode(Int16Array.of(sample)));
        // The steps grow with the level: a sixteenth of a segment that doubles.
        expect(Math.abs(back - sample)).toBeLessThanOrEqual(8 + Math.abs(sample) / 30);
      }),
    );
  });
});
