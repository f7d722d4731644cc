import type { SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';

/** Texts of the supervisor's board. */
export interface BoardLabels {
  /** Name of the table and of the tiles, for screen readers. */
  readonly title: string;
  /** Placeholder of the search field. */
  readonly search: string;
  /** Before the list of groupings. */
  readonly groupBy: string;
  /** Entries of the list of groupings. */
  readonly group: Readonly<Record<'none' | 'queue' | 'team' | 'state', string>>;
  /** Heading of the group of operators without a queue. */
  readonly noQueue: string;
  /** Counter that shows all states. */
  readonly everyone: string;
  /** Column headings; `ask` is for screen readers only. */
  readonly column: Readonly<Record<'name' | 'state' | 'time' | 'queue' | 'call' | 'quality' | 'age' | 'ask', string>>;
  /** State of an operator whose last known state is not confirmed: in rows, tiles, counters and timelines. */
  readonly unconfirmed: string;
  /** Below “unconfirmed”: the last known state. */
  readonly lastKnown: (word: string) => string;
  /** Column `age`: confirmed in the last seconds. */
  readonly now: string;
  /** Column `age`: when the state was last confirmed. */
  readonly ago: (time: string) => string;
  /** Below the state: the operator is muted in a call. */
  readonly muted: string;
  /** Below the after-call state: no call code is chosen. */
  readonly noCode: string;
  /** Column `quality`: the formatted MOS. */
  readonly mos: (value: string) => string;
  /** Above the table: the longest after-call work that goes on now. */
  readonly longestClerical: (time: string, who: string) => string;
  /** Instead of rows, while no operator is there. */
  readonly nobody: string;
  /** While the first connection to the hub is being made. */
  readonly connecting: string;
  /** While the connection to the hub is lost: the time of what is shown; `null` before anything was received. */
  readonly lost: (time: string | null) => string;
  /** The hub does not allow this supervisor; also on the day report. */
  readonly refused: string;
  /** A chunk of the page could not be loaded; also on the day report. */
  readonly unavailable: string;
  /** A row's menu button, for screen readers. */
  readonly ask: (who: string) => string;
  /** Entries of a row's menu. */
  readonly request: Readonly<Record<SupervisorRequestKind, string>>;
  /** Label of the field for a message. */
  readonly messageTo: (who: string) => string;
  /** Label of the field for a pause reason. */
  readonly pauseFor: (who: string) => string;
  /** Button that sends the message or the pause. */
  readonly send: string;
  /** Button that closes the field. */
  readonly cancel: string;
  /** Below the table: what came of the last request. */
  readonly outcome: Readonly<Record<SupervisorRequestOutcome['outcome'], (who: string) => string>>;
}
