import type { LocalisedText, RunStatus, ScoreRule, ScoreSheet } from '../../training-kit';

/** A scored run, as the server lists it. */
interface ScoredRunAnswer {
  readonly id: string;
  readonly trainee: string;
  readonly scenario: string;
  readonly title: LocalisedText;
  readonly status: RunStatus;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly points: number;
  readonly of: number;
}

/** `GET /api/training/runs/:id/score`. */
export interface RunScoreAnswer {
  readonly run: ScoredRunAnswer & {
    readonly name: string;
    /** Whether the server keeps what the desk recorded, for this reader. */
    readonly hasFlight: boolean;
  };
  readonly score: ScoreSheet;
}

/** How often a rule was met and missed. */
interface RuleCountAnswer {
  readonly rule: ScoreRule;
  readonly met: number;
  readonly missed: number;
  readonly unmeasured: number;
}

/** `GET /api/training/people/:login/progress`. */
export interface ProgressAnswer {
  readonly login: string;
  readonly name: string;
  readonly days: readonly {
    readonly day: string;
    readonly runs: number;
    readonly points: number;
    readonly of: number;
    readonly percent: number | null;
  }[];
  readonly rules: readonly RuleCountAnswer[];
  readonly runs: readonly ScoredRunAnswer[];
}

/** One person of `GET /api/training/class`. */
export interface ClassPersonAnswer {
  readonly login: string;
  readonly name: string;
  readonly runs: number;
  readonly done: number;
  readonly points: number;
  readonly of: number;
  readonly percent: number | null;
  readonly lastAt: number;
  readonly rules: readonly RuleCountAnswer[];
}

/** The share of the points; `null`: nothing with points was measured. Written here: the kit's door would bring more. */
export const percentOf = ({ points, of }: { readonly points: number; readonly of: number }): number | null =>
  of === 0 ? null : Math.round((points / of) * 100);
