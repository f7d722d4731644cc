/** Orders to a server of calls: open so many more, and say what they cost. */
export type ServerOrder =
  | { readonly do: 'offer'; readonly calls: number }
  | { readonly do: 'accept'; readonly answers: readonly string[] }
  | { readonly do: 'measure' }
  | { readonly do: 'report' };

export type ServerAnswer =
  | { readonly offers: readonly string[] }
  | { readonly ready: true }
  /** Microseconds of CPU since `measure`, of all threads and of the busiest one; bytes. */
  | { readonly cpu: number; readonly busiest: number; readonly memory: number };

/** Orders to the operators' tabs. */
export type TabsOrder =
  | { readonly do: 'answer'; readonly offers: readonly string[] }
  | { readonly do: 'connected' }
  | { readonly do: 'measure' }
  | { readonly do: 'report' };

/** What the tabs heard since `measure`. */
export interface Heard {
  readonly packets: number;
  /** Packets that came over 40 ms later than the earliest of their call. */
  readonly late: number;
  /** Packets that should have come and did not. */
  readonly missing: number;
  /** Calls in which the operator's own tone came back. */
  readonly heard: number;
  /** Beats of the tabs' own clock that were over 20 ms late: then the load itself is at its limit. */
  readonly ownLate: number;
  readonly cpu: number;
}

export type TabsAnswer = { readonly answers: readonly string[] } | { readonly ready: true } | Heard;

export type WatchOrder = { readonly do: 'measure' } | { readonly do: 'report' };
/** The longest time (ms) for which nothing ran on the core since the order to measure. */
export interface WatchAnswer {
  readonly stalledMs: number;
}
