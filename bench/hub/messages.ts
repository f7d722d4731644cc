import type { Presence } from 'mediatel-lib/hub-protocol';

/** The size of the crowd. */
export interface Crowd {
  readonly operators: number;
  readonly changesPerSecond: number;
  readonly boards: number;
}

/** The benchmark's orders to its processes. */
export type Order =
  | { readonly do: 'gather'; readonly port: number; readonly crowd: Crowd }
  | { readonly do: 'late'; readonly port: number }
  | { readonly do: 'run' }
  | { readonly do: 'rest' }
  | { readonly do: 'measure' }
  | { readonly do: 'report' };

/** A process's own figures since `measure`. */
export interface Load {
  /** Microseconds of CPU. */
  readonly cpu: number;
  /** Delay of the event loop in milliseconds: the 99th percentile, and the maximum. */
  readonly lag: number;
  readonly worstLag: number;
  /** Bytes. */
  readonly memory: number;
}

export interface ServerReport extends Load {
  readonly of: 'server';
}

export interface TabsReport extends Load {
  readonly of: 'tabs';
  readonly changes: number;
  /** Each operator's last presence. */
  readonly truth: Readonly<Record<string, Presence>>;
}

export interface BoardsReport extends Load {
  readonly of: 'boards';
  /** Updates that reached a board, in all boards together. */
  readonly delivered: number;
  /** Bytes that each board received. */
  readonly bytes: readonly number[];
  /** Milliseconds from the tab's sending to the board's reading, for each update of the board that parses. */
  readonly latencies: readonly number[];
  /** Milliseconds until the board that connected `late` had the whole snapshot. */
  readonly late: number;
  /** What the board that parses knows. */
  readonly seen: Readonly<Record<string, Presence>>;
}

export type Report = ServerReport | TabsReport | BoardsReport;
export type Answer = { readonly ready: true; readonly port?: number } | Report;
