/** What may go wrong in a run, or what ends it. */
export type TimelineFault =
  | 'line'
  | 'lineRestored'
  | 'audioGone'
  | 'audioBack'
  | 'cut'
  | 'stuck'
  | 'secondCall'
  | 'secondCallAnswered'
  | 'missed';

/** What a desk offers to a trainee after a fault. `reconnect`: the desk is connected again after a cut. */
export type TimelineRepair = 'restartAgent' | 'endPause' | 'reconnect';

/**
 * Something that happened in a call of a run, or in the after-call work that follows.
 *
 * `atMs`: milliseconds from the beginning of the call's recording; negative before it. A call without a recording counts
 * from the moment in which it rings.
 */
export type TimelineEvent = { readonly atMs: number } & (
  | { readonly type: 'ringing' }
  /** Both hear each other. */
  | { readonly type: 'answered' }
  | { readonly type: 'held' | 'resumed' | 'muted' | 'unmuted' }
  /** The operator sent a key. */
  | { readonly type: 'tone'; readonly tone: string }
  | { readonly type: 'ended'; readonly by: 'operator' | 'customer' | 'server' }
  | { readonly type: 'codeSaved'; readonly id: string; readonly name: string }
  | { readonly type: 'noteSaved' }
  | { readonly type: 'fault'; readonly fault: TimelineFault }
  | { readonly type: 'repair'; readonly action: TimelineRepair }
  /** The customer entered this turn. */
  | { readonly type: 'turn'; readonly turn: string }
  /** A trainer marked the moment. */
  | { readonly type: 'mark'; readonly by: string; readonly note: string }
  /** The agent's phase, as the training server names it: `idle`, `active`, `clerical`, … */
  | { readonly type: 'stateChanged'; readonly phase: string }
);
