import type { SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';

/** Texts of the supervisor's board. */
export interface BoardLabels {
  readonly title: string;
  readonly search: string;
  readonly groupBy: string;
  readonly group: Readonly<Record<'none' | 'queue' | 'team' | 'state', string>>;
  readonly noQueue: string;
  readonly everyone: string;
  readonly column: Readonly<Record<'name' | 'state' | 'time' | 'queue' | 'call' | 'quality' | 'age' | 'ask', string>>;
  readonly unconfirmed: string;
  readonly lastKnown: (word: string) => string;
  readonly now: string;
  readonly ago: (time: string) => string;
  readonly muted: string;
  readonly noCode: string;
  readonly mos: (value: string) => string;
  readonly longestClerical: (time: string, who: string) => string;
  readonly nobody: string;
  readonly connecting: string;
  /** The time of what is shown; `null` before anything was received. */
  readonly lost: (time: string | null) => string;
  readonly refused: string;
  readonly unavailable: string;
  readonly ask: (who: string) => string;
  readonly request: Readonly<Record<SupervisorRequestKind, string>>;
  readonly messageTo: (who: string) => string;
  readonly pauseFor: (who: string) => string;
  readonly send: string;
  readonly cancel: string;
  readonly outcome: Readonly<Record<SupervisorRequestOutcome['outcome'], (who: string) => string>>;
}
