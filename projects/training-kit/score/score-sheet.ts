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
  /** What was measured, in the rule's unit: seconds, percent, or a code's name. */
  readonly measured: number | string | null;
  /** What the scenario wants. */
  readonly wanted: number | string;
  readonly points: number;
  readonly of: number;
}

/** A part of a recording, in milliseconds from its beginning. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a call's recording and events show. */
export interface ScoredCall {
  readonly traceId: string;
  readonly durationMs: number;
  readonly operatorSpeech: readonly Span[];
  readonly customerSpeech: readonly Span[];
  readonly holds: readonly Span[];
  /** Moments that a trainer marked, with a note. */
  readonly marks: readonly { readonly atMs: number; readonly by: string; readonly note: string }[];
}

/** The score of a run. */
export interface ScoreSheet {
  readonly run: string;
  readonly findings: readonly Finding[];
  readonly calls: readonly ScoredCall[];
  readonly points: number;
  readonly of: number;
}
