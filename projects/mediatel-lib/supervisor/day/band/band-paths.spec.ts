import fc from 'fast-check';
import { bandAt, bandPaths } from './band-paths';
import type { Band } from './day-band';

const scale = { begin: 0, end: 1_000, width: 100 };
const band = (from: number, to: number, about: Partial<Band> = {}): Band => ({
  from,
  to,
  lasts: false,
  look: 'talking',
  pause: null,
  queue: null,
  traceId: null,
  ...about,
});
/** The drawn rectangles: left end and width (px). */
const drawn = (bands: readonly Band[]): readonly (readonly [look: string, left: number, width: number])[] =>
  bandPaths(bands, scale, 18).flatMap(({ look, d }) =>
    [...d.matchAll(/M(\d+) 0h(\d+)/g)].map(([, left, width]) => [look, Number(left), Number(width)] as const),
  );

describe('a flat band', () => {
  it('has a gap between two calls, and none inside one', () => {
    const calls = [band(0, 200, { traceId: '1' }), band(200, 300, { traceId: '1' }), band(300, 500, { traceId: '2' })];
    expect(drawn(calls)).toEqual([
      ['talking', 0, 20],
      ['talking', 20, 10],
      ['talking', 31, 19],
    ]);
  });

  it('draws nothing while the operator is logged out', () => {
    expect(drawn([band(0, 500, { look: 'loggedOut' }), band(500, 600, { look: 'paused' })])).toEqual([
      ['paused', 50, 10],
    ]);
  });

  it('stays inside the drawn part of the day, and nothing overlaps (law)', () => {
    let rectangles = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('talking', 'held', 'clerical', 'paused')), {
          maxLength: 80,
          size: 'max',
        }),
        fc.integer({ min: -500, max: 500 }),
        (parts, begin) => {
          let at = begin;
          const bands = parts.map(([length, look]) => band(at, (at += length), { look: look as Band['look'] }));
          const covered = new Uint8Array(101);
          for (const [, left, width] of drawn(bands.filter(({ from, to }) => to > from))) {
            rectangles += 1;
            expect(width).toBeGreaterThan(0);
            expect(left + width).toBeLessThanOrEqual(scale.width + 1);
            for (let x = left; x < left + width; x += 1) covered[x]! += 1;
          }
          expect(Math.max(...covered)).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(rectangles).toBeGreaterThan(100);
  });

  it('is found by its time', () => {
    const bands = [band(0, 100), band(100, 300, { look: 'loggedOut' })];
    expect([bandAt(bands, 99), bandAt(bands, 150), bandAt(bands, 400)]).toEqual([bands[0], null, null]);
  });
});
