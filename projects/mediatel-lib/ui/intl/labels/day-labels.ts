import type { AgentPhase } from 'mediatel-lib/protocol';

/** What a day is told by: how long in which state, how many calls, the longest wait. */
export type DayColumn = 'present' | Exclude<AgentPhase, 'loggedOut'> | 'unconfirmed' | 'calls' | 'longestWait';

/** Texts of the supervisor's day: the timeline, the totals, an operator's calls. */
export interface DayLabels {
  readonly title: string;
  readonly day: string;
  readonly team: string;
  readonly allTeams: string;
  readonly search: string;
  readonly range: string;
  /** The whole day, or its last hours. */
  readonly ranges: Readonly<Record<'all' | 'four' | 'one', string>>;
  readonly view: string;
  readonly timeline: string;
  readonly totals: string;
  readonly save: string;
  readonly reading: string;
  readonly failed: string;
  readonly again: string;
  readonly nobody: string;
  readonly shown: (from: number, to: number, of: number) => string;
  readonly earlierPage: string;
  readonly laterPage: string;
  /** What the drawing's colours mean. */
  readonly legend: string;
  /** To screen readers, of the drawing. */
  readonly drawing: (operators: number) => string;
  readonly segments: (who: string) => string;
  readonly close: string;
  readonly from: string;
  readonly to: string;
  readonly lasted: string;
  readonly state: string;
  readonly about: string;
  readonly stillLasts: string;
  readonly incomplete: string;
  readonly more: string;
  readonly operator: string;
  readonly login: string;
  readonly wholeTeam: (team: string) => string;
  /** Besides the states, whose names are `MediatelLabels.appearance`. */
  readonly columns: Readonly<Record<Exclude<DayColumn, AgentPhase>, string>>;
  readonly pausedFor: (reason: string) => string;
  readonly unnamedPause: string;
  readonly calls: (who: string) => string;
  readonly showCalls: string;
  readonly noCalls: string;
  readonly callOf: (when: string, who: string) => string;
}
