/**
 * Outcome of an ICE restart.
 *
 * `agreed`: both sides check paths again. `crossed`: glare, so another try follows shortly. `unsent`: no answer,
 * since SIP has no connection. `refused`: an error response. `gone`: the server does not know the call.
 */
export type RestartOutcome = 'agreed' | 'crossed' | 'unsent' | 'refused' | 'gone';

/**
 * State of the audio path and of its recovery.
 *
 * ```
 *  well ──broken, network changed──▶ broken ──SIP reachable──▶ asking ──answered──▶ pausing ──over──▶ broken: asks again
 *   ▲                                  ▲ └── SIP gone: waits      │                   │
 *   │                                  └──────── SIP back ────────┼───────────────────┘
 *   └── path found, or standing after a pause or a minute ── any  └──gone──▶ ended
 * ```
 *
 * A minute without a path ends it too. An answer is ignored if the path has been found meanwhile.
 *
 * `reachable`: SIP reaches the server. `asking`: a restart waits for its answer. `pausing`: the next try is not due
 * yet.
 */
export type Recovery =
  | { readonly status: 'well'; readonly reachable: boolean; readonly asking: boolean }
  | { readonly status: 'broken'; readonly reachable: boolean; readonly asking: boolean; readonly pausing: boolean }
  | { readonly status: 'ended' };

/** An input of the recovery's state machine. */
export type RecoveryInput =
  /** ICE lost the path. */
  | { readonly type: 'pathBroken' }
  /** The path may lead through a network that is gone. SIP must reach the server over the new one first. */
  | { readonly type: 'networkChanged' }
  | { readonly type: 'pathFound' }
  | { readonly type: 'reachable'; readonly reachable: boolean }
  /** A restart was sent. */
  | { readonly type: 'asked' }
  | { readonly type: 'answered'; readonly outcome: RestartOutcome }
  /** The next try is due. `standing`: ICE has a working path, although it reported no change. */
  | { readonly type: 'pauseOver'; readonly standing: boolean }
  /** The path was broken for a minute. */
  | { readonly type: 'patienceOver'; readonly standing: boolean }
  | { readonly type: 'ended' };

/** The state at the beginning of a call. */
export const wellAtFirst: Recovery = { status: 'well', reachable: true, asking: false };

/** Every transition of the state machine drawn at `Recovery`. Returns the same state if nothing changes. */
export function nextRecovery(state: Recovery, input: RecoveryInput): Recovery {
  if (state.status === 'ended' || input.type === 'ended') return { status: 'ended' };
  const { reachable, asking } = state;
  const well: Recovery = { status: 'well', reachable, asking };
  const broken: Recovery = { status: 'broken', reachable, asking, pausing: false };
  switch (input.type) {
    case 'pathBroken':
      return state.status === 'broken' ? state : broken;
    case 'networkChanged':
      return { ...broken, reachable: false };
    case 'pathFound':
      return well;
    case 'reachable': {
      if (input.reachable === reachable) return state;
      // SIP reaches the server again: the next try is due at once.
      const isBack = state.status === 'broken' && input.reachable;
      return isBack ? { ...broken, reachable: true } : { ...state, reachable: input.reachable };
    }
    case 'asked':
      return state.status === 'broken' ? { ...broken, asking: true } : state;
    case 'answered':
      if (state.status === 'well') return { ...well, asking: false };
      return input.outcome === 'gone' ? { status: 'ended' } : { ...broken, asking: false, pausing: true };
    case 'pauseOver':
      if (state.status === 'well') return state;
      return input.standing ? well : broken;
    case 'patienceOver':
      if (state.status === 'well') return state;
      return input.standing ? well : { status: 'ended' };
  }
}

/** Whether a restart should be sent now. */
export const isRestartDue = (state: Recovery): boolean =>
  state.status === 'broken' && state.reachable && !state.asking && !state.pausing;
