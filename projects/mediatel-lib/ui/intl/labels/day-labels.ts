import type { AgentPhase } from 'mediatel-lib/protocol';

/** A figure that is calculated from others: calls an hour, time that a call takes, share of the time with calls. */
export type DayRatio = 'callsAnHour' | 'handleTime' | 'occupancy';

/** A figure of an operator's day: time in a state, number of calls, longest wait, or a ratio. */
export type DayColumn =
  'present' | Exclude<AgentPhase, 'loggedOut'> | 'unconfirmed' | 'calls' | 'longestWait' | DayRatio;

/** Texts of the supervisor's day report: the timeline, the totals, an operator's calls. */
export interface DayLabels {
  /** Name of the report, for screen readers. */
  readonly title: string;
  /** Label of the list of days; column of the CSV file. */
  readonly day: string;
  /** Label of the list of teams; column of the CSV file. */
  readonly team: string;
  /** Entry of the list of teams: all of them. */
  readonly allTeams: string;
  /** Placeholder of the search field. */
  readonly search: string;
  /** Label of the list of time ranges. */
  readonly range: string;
  /** Entries of the list of time ranges: the whole day, its last four hours, its last hour. */
  readonly ranges: Readonly<Record<'all' | 'four' | 'one', string>>;
  /** Name of the group of two view buttons, for screen readers. */
  readonly view: string;
  /** View button: the timeline. */
  readonly timeline: string;
  /** View button: the totals. */
  readonly totals: string;
  /** Button that saves the totals as a CSV file. */
  readonly save: string;
  /** While the day is being read from the hub. */
  readonly reading: string;
  /** The day or an operator's calls could not be read. */
  readonly failed: string;
  /** Button beside `failed`. */
  readonly again: string;
  /** Instead of rows, when the day has no operators. */
  readonly nobody: string;
  /** Name of the list that explains the drawing's colours, for screen readers. */
  readonly legend: string;
  /** Name of the timeline, for screen readers. */
  readonly drawing: (operators: number) => string;
  /** Caption of one operator's day as a table. */
  readonly segments: (who: string) => string;
  /** Button that closes the list of an operator's calls. */
  readonly close: string;
  /** Column of an operator's day: when the state began. */
  readonly from: string;
  /** Column of an operator's day: when the state ended. */
  readonly to: string;
  /** Column of an operator's day: how long the state lasted. */
  readonly lasted: string;
  /** Column of an operator's day: the state. */
  readonly state: string;
  /** Column of an operator's day: the pause reason, queue or trace id. */
  readonly about: string;
  /** Instead of an end time: the state still lasts. */
  readonly stillLasts: string;
  /** Below an operator's day: its oldest part is missing. */
  readonly incomplete: string;
  /** Button below an operator's day: shows earlier rows. */
  readonly more: string;
  /** Heading of the totals' first column; column of the CSV file. */
  readonly operator: string;
  /** Column of the CSV file: the operator's id. */
  readonly login: string;
  /** Row of the totals: a team. */
  readonly wholeTeam: (team: string) => string;
  /** Headings of the figures that are no states; states are named by `MediatelLabels.appearance`. */
  readonly columns: Readonly<Record<Exclude<DayColumn, AgentPhase>, string>>;
  /** Column of the CSV file: the time on pauses with one reason. */
  readonly pausedFor: (reason: string) => string;
  /** Stands for the reason of a pause that has none. */
  readonly unnamedPause: string;
  /** Title of the list of an operator's calls. */
  readonly calls: (who: string) => string;
  /** Entry of a row's menu on the board: opens that list. */
  readonly showCalls: string;
  /** Instead of the list, while it is empty. */
  readonly noCalls: string;
  /** Names a call in its player, for screen readers: its time and the operator. */
  readonly callOf: (when: string, who: string) => string;
  /** Button to the day before, for screen readers. */
  readonly earlierDay: string;
  /** Button to the day after, for screen readers. */
  readonly laterDay: string;
  /** Entry of the list of days: today, with its date. */
  readonly todayIs: (date: string) => string;
  /** Button that ends the zoom. */
  readonly wholeDay: string;
  /** First handle of the zoom, for screen readers. */
  readonly zoomFrom: string;
  /** Second handle of the zoom, for screen readers. */
  readonly zoomTo: string;
  /** Headings of the figures beside a band: short, three of them are shares of the time present. */
  readonly figures: Readonly<Record<'talk' | 'clerical' | 'pause' | 'calls', string>>;
  /** What these figures mean. */
  readonly figureMeaning: Readonly<Record<'talk' | 'clerical' | 'pause' | 'calls', string>>;
  /** At the mark beside a figure: the longest stay in the state, and the alert's threshold that it passed. */
  readonly overLimit: (longest: string, limit: string) => string;
  /** First row of the totals: the sum of all. */
  readonly everybody: string;
  /** Name of the list of pauses by reason, for screen readers. */
  readonly reasonsOf: (who: string) => string;
  /** What the calculated columns of the totals mean. */
  readonly columnMeaning: Readonly<Record<DayRatio, string>>;
  /** Label of the list of columns. */
  readonly chooseColumns: string;
  /** Text of the list of columns: how many of how many are shown. */
  readonly columnsShown: (shown: number, all: number) => string;
  /** Beside the list of columns: those that are left out because they are zero for everybody. */
  readonly emptyColumns: (names: string) => string;
}
