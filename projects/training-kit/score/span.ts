import type { Span } from './score-sheet';

export const lengthOf = ({ fromMs, toMs }: Span): number => toMs - fromMs;

/** The time in all of them together (ms). */
export const totalMs = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0);

/** The longest span; the earlier one of two that are equally long. `undefined`: there is none. */
export const longest = (spans: readonly Span[]): Span | undefined =>
  spans.reduce<Span | undefined>((best, span) => (best && lengthOf(best) >= lengthOf(span) ? best : span), undefined);

/** Where both lists have a span. Both are in order, without overlaps of their own. */
export function common(first: readonly Span[], second: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (let a = 0, b = 0; a < first.length && b < second.length;) {
    const one = first[a]!;
    const other = second[b]!;
    const fromMs = Math.max(one.fromMs, other.fromMs);
    const toMs = Math.min(one.toMs, other.toMs);
    if (fromMs < toMs) both.push({ fromMs, toMs });
    if (one.toMs < other.toMs) a++;
    else b++;
  }
  return both;
}

/** The parts of `whole` that no span covers, in order. */
export function outside(whole: Span, spans: readonly Span[]): Span[] {
  const left: Span[] = [];
  let fromMs = whole.fromMs;
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    if (span.fromMs >= whole.toMs) break;
    if (span.fromMs > fromMs) left.push({ fromMs, toMs: span.fromMs });
    fromMs = Math.max(fromMs, span.toMs);
  }
  if (fromMs < whole.toMs) left.push({ fromMs, toMs: whole.toMs });
  return left;
}
