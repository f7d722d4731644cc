import type { ScoreRule, UnmeasuredReason } from '../../training-kit';

type Verdict = 'met' | 'missed' | 'unmeasured';
type Side = 'operator' | 'customer';
/**
 * Why there is no link to the replay. `others`: the run is somebody else's, and the server keeps no report of it.
 * `notHere`: nor does this browser. `partly`: the report ends before the call.
 */
export type ReplayLack = 'others' | 'notHere' | 'partly';

/** The texts of the score's pages. */
export interface ScoreTexts {
  readonly score: string;
  readonly progress: string;
  readonly classTable: string;
  readonly training: string;
  readonly trainees: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly noRun: string;
  readonly notYours: string;
  /** The run is over, its score is not there yet. */
  readonly coming: string;

  readonly points: (points: number, of: number) => string;
  readonly nothingMeasured: string;
  readonly counts: Readonly<Record<Verdict, (count: number) => string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly status: Readonly<Record<'done' | 'stopped' | 'failed', string>>;
  readonly call: (place: number) => string;
  readonly otherCalls: string;
  readonly noRecording: string;
  readonly recording: string;
  readonly recordingOf: (call: string) => string;
  /** The name of the control with which a place in the recording is chosen. */
  readonly place: string;
  readonly listen: (time: string) => string;
  /** The link from a line to the desk as it was then. */
  readonly replay: string;
  readonly replayFrom: (time: string) => string;
  /** Why lines lack that link. */
  readonly noReplay: Readonly<Record<ReplayLack, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly hold: string;
  readonly marks: string;
  readonly markBy: (name: string, time: string) => string;
  readonly heardTable: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;

  readonly rules: Readonly<Record<ScoreRule, string>>;
  readonly reasons: Readonly<Record<UnmeasuredReason, string>>;
  readonly repairs: Readonly<Record<'restartAgent' | 'endPause' | 'reconnect', string>>;
  readonly seconds: (count: string) => string;
  readonly within: (seconds: string) => string;
  readonly atMost: (seconds: string) => string;
  readonly wanted: (text: string) => string;
  readonly never: string;
  readonly saved: string;
  readonly endedBy: Readonly<Record<Side | 'server', string>>;
  readonly turn: (id: string) => string;

  readonly progressOf: (name: string) => string;
  readonly lastDays: (days: number) => string;
  readonly all: string;
  readonly noRuns: string;
  readonly day: string;
  readonly runs: string;
  readonly share: string;
  readonly rule: string;
  readonly byDay: string;
  readonly byRule: string;
  readonly allRuns: string;
  readonly dayBar: (day: string, percent: number | null, runs: number) => string;

  readonly trainee: string;
  readonly finished: string;
  readonly oftenMissed: string;
  readonly lastRun: string;
  readonly period: string;
  readonly scenario: string;
  readonly everyScenario: string;
  readonly nobody: string;
  readonly file: string;
  readonly people: string;
  readonly lines: string;
  readonly separator: string;
  readonly comma: string;
  readonly semicolon: string;

  readonly deleteOwn: string;
  readonly deleteOf: (name: string) => string;
  readonly sure: (name: string) => string;
  readonly sureOwn: string;
  readonly deleteNow: string;
  readonly keep: string;
  readonly deleted: string;
  readonly notDeleted: string;
}
