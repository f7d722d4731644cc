import fc from 'fast-check';
import type { Span } from './score-sheet';
import { common, longest, outside, totalMs } from './span';

const span = (fromMs: number, toMs: number): Span => ({ fromMs, toMs });

/** Spans in order, without overlaps. */
const spans = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { maxLength: 20 })
  .map((pairs) => {
    let at = 0;
    return pairs.map(([gap, length]) => {
      at += gap + length;
      return span(at - length, at);
    });
  });
const moments = Array.from({ length: 2000 }, (_, at) => at);
const isIn = (list: readonly Span[], at: number) => list.some(({ fromMs, toMs }) => fromMs <= at && at < toMs);

describe('spans', () => {
  it('finds where both lists have one, at every moment', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const both = common(first, second);
        const wrong = moments.filter((at) => isIn(both, at) !== (isIn(first, at) && isIn(second, at)));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('finds what no span covers, at every moment, whatever the order', () => {
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 0, max: 300 }), (first, second, fromMs) => {
        const whole = span(fromMs, 1500);
        const left = outside(whole, [...second, ...first]);
        const isFree = (at: number) => isIn([whole], at) && !isIn(first, at) && !isIn(second, at);
        expect(moments.filter((at) => isIn(left, at) !== isFree(at))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('adds up, and finds the first of the longest', () => {
    expect(totalMs([span(0, 3), span(5, 6)])).toBe(4);
    expect(longest([span(0, 3), span(5, 8), span(9, 10)])).toEqual(span(0, 3));
    expect(longest([])).toBeUndefined();
  });
});
