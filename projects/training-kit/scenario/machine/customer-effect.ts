import type { LocalisedText } from '../language';
import type { Temper, TurnAction } from '../turn';

type BadLine = Extract<TurnAction, { line: unknown }>['line'];
type Cut = Extract<TurnAction, { cut: unknown }>['cut'];

/**
 * What is to be done for a scripted customer, in order.
 *
 * `turn`: a turn has begun; it comes before what the turn does. `hush`: stop in the middle of the line. `line`, `cut`,
 * `stuck`: as in the turn's `do`. `wakeAt`: give `passed` at this time; it replaces the one before, and without a new one
 * it stays. `finished`: the customer's part is over; comes once.
 */
export type CustomerEffect =
  | { readonly type: 'say'; readonly text: LocalisedText; readonly temper: Temper; readonly pitch: number }
  | { readonly type: 'hush' | 'hangUp' | 'stuck' | 'finished' }
  | ({ readonly type: 'line' } & BadLine)
  | { readonly type: 'audio'; readonly gone: boolean }
  | ({ readonly type: 'cut' } & Cut)
  | { readonly type: 'secondCall'; readonly seconds: number }
  | { readonly type: 'wakeAt'; readonly atMs: number }
  | { readonly type: 'turn'; readonly id: string };
