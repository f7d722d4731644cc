/**
 * What came of a try to restart ICE.
 *
 * `agreed`: both sides check paths again. `crossed`: the other side was negotiating too (glare); another try is due shortly.
 * `unsent`: no answer, since SIP is gone. `refused`: answered by an error. `gone`: the server knows no such call.
 */
export type RestartOutcome = 'agreed' | 'crossed' | 'unsent' | 'refused' | 'gone';

/**
 * How the audio's path stands, and what is done to bring it back.
 *
 * ```
 *  well ──broken, network changed──▶ broken ──SIP reachable──▶ asking ──answered──▶ pausing ──over──▶ broken: asks again
 *   ▲                                  ▲ └── SIP gone: waits      │                   │
 *   │                                  └──────── SIP back ────────┼───────────────────┘
 *   └── path found, or standing after a pause or a minute ── any  └──gone──▶ ended
 * ```
 * A minute without a path ends it too. An answer that comes after the path was found says nothing any more.
 *
 * `reachable`: SIP reaches the server. `asking`: a restart waits for its answer. `pausing`: the next try is not due yet.
 */
export type Recovery =
  | { readonly status: 'well'; readonly reachable: boolean; readonly asking: boolean }
  | { readonly status: 'broken'; readonly reachable: boolean; readonly asking: boolean; readonly pausing: boolean }
  | { readonly status: 'ended' };

export type RecoveryInput =
  /** ICE lost the path. */
  | { readonly type: 'pathBroken' }
  /** The path may lead through a network that is no more; SIP is to be had over the new one first. */
  | { readonly type: 'networkChanged' }
  | { readonly type: 'pathFound' }
  | { readonly type: 'reachable'; readonly reachable: boolean }
  /** A restart is on its way. */
  | { readonly type: 'asked' }
  | { readonly type: 'answered'; readonly outcome: RestartOutcome }
  /** The next try is due. `standing`: ICE has a path that answers, though it said nothing of a change. */
  | { readonly type: 'pauseOver'; readonly standing: boolean }
  /** The path was broken for a minute. */
  | { readonly type: 'patienceOver'; readonly standing: boolean }
  | { readonly type: 'ended' };

export const wellAtFirst: Recovery = { status: 'well', reachable: true, asking: false };

/** Every transition of the machine drawn at `Recovery`; the same state where nothing changes. */
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
      // SIP is back: the next try is due at once.
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

/** Whether the server is to be asked for a restart now. */
export const isRestartDue = (state: Recovery): boolean =>
  state.status === 'broken' && state.reachable && !state.asking && !state.pausing;
