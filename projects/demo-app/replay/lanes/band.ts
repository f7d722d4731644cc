import type { Span } from '../recorded/span';

/** A stretch of a lane: its place in percent of the axis, its look and its word. */
export interface Band<Look extends string> {
  readonly start: number;
  readonly size: number;
  readonly look: Look;
  readonly word: string;
  /** The word and when it was, for tooltips and screen readers. */
  readonly about: string;
}

/** Spans as bands of an axis that is `length` ms long. */
export function bandsOf<Value, Look extends string>(
  spans: readonly Span<Value>[],
  length: number,
  show: (value: Value) => { readonly look: Look; readonly word: string },
  clock: (milliseconds: number) => string,
): readonly Band<Look>[] {
  return spans.map(({ fromMs, toMs, value }) => {
    const { look, word } = show(value);
    return {
      start: (fromMs / length) * 100,
      size: ((toMs - fromMs) / length) * 100,
      ...{ look, word, about: `${word} ${clock(fromMs)}–${clock(toMs)}` },
    };
  });
}
