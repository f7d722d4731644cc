import type { Presence } from './run-state';

/** Everything that can happen to a run. */
export type RunEvent =
  | { readonly type: 'trainee'; readonly presence: Presence }
  /** The trainee's desk was closed, and has not come back. */
  | { readonly type: 'traineeGone' }
  /** The time of the next call has come. */
  | { readonly type: 'due' }
  /** The call could not be offered. `isDiskFull`: its id could not be stored; otherwise the trainee was not free. */
  | { readonly type: 'offerRefused'; readonly isDiskFull: boolean }
  | { readonly type: 'callBegan'; readonly traceId: string }
  | { readonly type: 'callEnded'; readonly traceId: string }
  | { readonly type: 'paused' | 'resumed' }
  /** By a person. */
  | { readonly type: 'stopped'; readonly reason: string }
  | { readonly type: 'limitReached' }
  | { readonly type: 'speechFailed'; readonly reason: string }
  | { readonly type: 'serverStops' }
  /** Something of the run could not be stored or done. The run goes on. */
  | { readonly type: 'noted'; readonly reason: string };

/** What a transition wants done, in order. */
export type RunEffect =
  /** Reports `due` after so long. Replaces an earlier wait. */
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'cancelWait' }
  /** Brings the call to the trainee, then reports `callBegan` or `offerRefused`. */
  | { readonly type: 'offer' }
  /** The customer leaves the present call. */
  | { readonly type: 'leaveCall' }
  /** The run is over. The last effect. */
  | { readonly type: 'over' };

/** Why a run failed, or what it lacks, in the words that pages show. */
export const failures = {
  limit: 'The longest time of the scenario is over',
  gone: 'The trainee left the desk',
  server: 'The server stopped during the run',
  diskFull: 'The server has no room on its disk: a part of the run could not be stored',
  noCookies: 'Without cookies (MEDIATEL_AUTH=none) the server cannot cut the trainee’s sockets',
} as const;
