import type { Span, UnmeasuredReason } from './score-sheet';

/** What was measured. */
export interface Found {
  readonly isMet: boolean;
  /** Seconds and percent are rounded for people; `null`: it did not happen. */
  readonly measured: number | string | null;
  readonly at: Span | null;
}

/** What a rule found at one moment of a call, or why it found nothing. */
export type Measure = Found | { readonly reason: UnmeasuredReason };

/** How exact the beginning and the end of speech are (ms). A limit is missed only by more: nobody is blamed by chance. */
export const speechErrorMs = 200;
/** The same of a share of speech, in percent. */
export const shareErrorPercent = 2;

/** Seconds with one decimal, of milliseconds. */
export const seconds = (ms: number): number => Math.round(ms / 100) / 10;

export const unmeasured = (reason: UnmeasuredReason): readonly Measure[] => [{ reason }];

/** A moment in a recording. */
export const moment = (atMs: number): Span => ({ fromMs: atMs, toMs: atMs });
