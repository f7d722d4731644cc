import type { SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance } from '../../appearance/appearance';

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

  /** Placeholder of the search field. */
  readonly find: string;
  /** State of an operator who has been silent for minutes: in rows, tiles and counters. */
  readonly gone: string;
  /** The first counter: operators with an open alert. */
  readonly needsAttention: string;
  /** In a row, why the operator needs attention, if nothing else says it. */
  readonly why: Readonly<Record<'poorSound' | 'noConnection' | 'notRegistered' | 'noMicrophone', string>>;
  /** In a row, the limit of a state that lasts too long. */
  readonly over: (limit: string) => string;
  /** The last counter: operators in states without a counter of their own. */
  readonly otherStates: string;
  /** In a counter's tooltip: the longest time in the state. */
  readonly longest: (time: string, who: string) => string;
  /** Of a counter's line: the lowest and the highest number of the last 30 minutes, and when the counting began. */
  readonly history: (lowest: number, highest: number, since: string) => string;
  /** A group's states, each with its number: “12 free”. */
  readonly mixed: (count: number, state: string) => string;
  /** States as part of a group: after or before a number. */
  readonly mix: Readonly<Record<AgentAppearance | 'unconfirmed' | 'gone', string>>;
  /** Button that tries to connect at once. */
  readonly retry: string;
  /** Button of the menu with views, log and settings, for screen readers. */
  readonly more: string;
  /** Before the list of orders. */
  readonly sortBy: string;
  /** The order with alerts first, then the longest in their state. */
  readonly urgency: string;
  /** Name of the choice of the rows' height, and its entries. */
  readonly density: Readonly<Record<'title' | 'compact' | 'comfortable', string>>;
  /** Button that closes a panel beside the rows. */
  readonly close: string;
}
