import type { Presence } from 'mediatel-lib/hub-protocol';

/** How large the crowd is. */
export interface Crowd {
  readonly operators: number;
  readonly changesPerSecond: number;
  readonly boards: number;
}

/** What the benchmark tells its processes. */
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
  /** Milliseconds by which the event loop came late; 99th percentile, and most. */
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
  /** What each operator said last. */
  readonly truth: Readonly<Record<string, Presence>>;
}

export interface BoardsReport extends Load {
  readonly of: 'boards';
  /** Updates that reached a board, all boards together. */
  readonly delivered: number;
  /** Bytes each board received. */
  readonly bytes: readonly number[];
  /** Milliseconds from the tab's sending to the board's having read it; each update of the board that reads all. */
  readonly latencies: readonly number[];
  /** Milliseconds until the board that came `late` had the whole picture. */
  readonly late: number;
  /** What the board that reads all knows. */
  readonly seen: Readonly<Record<string, Presence>>;
}

export type Report = ServerReport | TabsReport | BoardsReport;
export type Answer = { readonly ready: true; readonly port?: number } | Report;
