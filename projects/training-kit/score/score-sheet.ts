import type { LocalisedText } from '../scenario/language';

/** The rules of a score. Each is measured from the recording or from the server's own events, never from words. */
export const scoreRules = [
  'answer',
  'greeting',
  'deadAir',
  'talkShare',
  'bothTalk',
  'hold',
  'thankAfterHold',
  'endedBy',
  'clerical',
  'code',
  'note',
  'repair',
  'reaches',
] as const;
export type ScoreRule = (typeof scoreRules)[number];

/**
 * Why nothing is claimed. `noCall`: the call did not take place. `noEvents`: the server has no events of it.
 * `notAnswered`: nobody heard each other. `noRecording`: its recording is missing or can't be read. `tooShort`: the call
 * ended before the time was over. `nobodySpoke`, `noHold`, `noFault`: there was none. `noAfterCall`: the after-call work
 * was not seen to begin and to end. `runEnded`: the run was stopped or failed first.
 */
export type UnmeasuredReason =
  | 'noCall'
  | 'noEvents'
  | 'notAnswered'
  | 'noRecording'
  | 'tooShort'
  | 'nobodySpoke'
  | 'noHold'
  | 'noFault'
  | 'noAfterCall'
  | 'runEnded';

/** One line of a score. */
export interface Finding {
  readonly rule: ScoreRule;
  /** `unmeasured`: the recording or the event is missing, so nothing is claimed. */
  readonly verdict: 'met' | 'missed' | 'unmeasured';
  /** The call that it is about. */
  readonly traceId: string | null;
  /** Where it is in the call's recording (ms); `null` if it has no moment there. */
  readonly atMs: number | null;
  readonly untilMs: number | null;
  /** What was measured, in the rule's unit: seconds, percent, or a code's name; `null`: it did not happen. */
  readonly measured: number | string | null;
  /** What the scenario wants. */
  readonly wanted: number | string;
  readonly points: number;
  /** The most points; 0 for a further moment of the same rule. Points of an unmeasured line do not count. */
  readonly of: number;
  /** Why it is unmeasured. */
  readonly reason?: UnmeasuredReason;
  /** Which repair is wanted; only of the rule `repair`. */
  readonly repair?: 'restartAgent' | 'endPause' | 'reconnect';
  /** The scenario's own words for the line. */
  readonly text?: LocalisedText;
}

/** A part of a recording, in milliseconds from its beginning. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How loud both sides are over a call, for drawing. Each value is the loudest of `everyMs`: 0 silence, 100 full. */
export interface DrawnLevels {
  readonly everyMs: number;
  readonly operator: readonly number[];
  readonly customer: readonly number[];
}

/** What was heard in a call's recording. */
export interface HeardRecording {
  readonly durationMs: number;
  /** Where the operator speaks, in order. */
  readonly operatorSpeech: readonly Span[];
  readonly customerSpeech: readonly Span[];
  readonly levels: DrawnLevels;
}

/** What a call's recording and events show. */
export interface ScoredCall {
  readonly traceId: string;
  /** 0: there is no recording. */
  readonly durationMs: number;
  readonly operatorSpeech: readonly Span[];
  readonly customerSpeech: readonly Span[];
  readonly holds: readonly Span[];
  /** Moments that a trainer marked, with a note. */
  readonly marks: readonly { readonly atMs: number; readonly by: string; readonly note: string }[];
  readonly levels?: DrawnLevels;
}

/** The score of a run. */
export interface ScoreSheet {
  readonly run: string;
  readonly findings: readonly Finding[];
  readonly calls: readonly ScoredCall[];
  readonly points: number;
  readonly of: number;
}

/** The share of the points, 0 to 100; `null`: nothing that has points was measured. */
export function percentOf({ points, of }: Pick<ScoreSheet, 'points' | 'of'>): number | null {
  return of === 0 ? null : Math.round((points / of) * 100);
}
