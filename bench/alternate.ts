import { summary } from './row';

export interface Timed {
  /** Microseconds a call: the median of the batches, and their 95th percentile. */
  readonly ours: number;
  readonly peer: number;
  readonly p95: { readonly ours: number; readonly peer: number };
}

/** A batch of calls, timed as one. `prepare` makes its inputs before the timed part. */
export interface Contender<T> {
  readonly prepare: (batch: number) => readonly T[];
  readonly run: (input: T) => unknown;
}

let sink: unknown;

function time<T>({ prepare, run }: Contender<T>, batch: number): number {
  const inputs = prepare(batch);
  const start = performance.now();
  for (const input of inputs) sink = run(input);
  const end = performance.now();
  return ((end - start) / batch) * 1000;
}

/** Times two contenders in turn, in one process, so that a busy machine slows both. The first fifth is warm-up. */
export function alternate<A, B>(ours: Contender<A>, peer: Contender<B>, rounds = 400, batch = 50): Timed {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < rounds; i++) {
    a.push(time(ours, batch));
    b.push(time(peer, batch));
  }
  const warm = Math.floor(rounds / 5);
  const mine = summary(a.slice(warm));
  const other = summary(b.slice(warm));
  return { ours: mine.median, peer: other.median, p95: { ours: mine.p95, peer: other.p95 } };
}

/**
 * Keeps results alive, so that no engine optimises the work away. Nobody calls it.
 *
 * @public
 */
export const lastResult = (): unknown => sink;
