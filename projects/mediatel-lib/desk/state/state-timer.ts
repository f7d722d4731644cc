import { type AgentState, type MediatelCall, type TimeLimit, pauseWarning } from 'mediatel-lib/store';
import type { AgentAppearance, TimerLimit } from 'mediatel-lib/ui';

/** What the state bar's timer counts: `startedAt` in monotonic milliseconds. */
export interface StateTimer {
  readonly startedAt: number | null;
  readonly limit: TimerLimit | null;
}

/** Limits that no field of the state carries. Seconds. */
export interface TimerLimits {
  readonly clericalSeconds: number | null;
  readonly callWarning: number;
  readonly pauseLimit: TimeLimit | null;
}

const none: StateTimer = { startedAt: null, limit: null };

/** Seconds before the end of clerical at which the operator is warned. */
const clericalWarning = 10;

/** Server times become monotonic ones by the server's clock, so that the local wall clock never matters. */
export function monotonicOf(serverTime: number | null, { clock }: AgentState): number | null {
  return clock === null || serverTime === null ? null : clock.receivedAt - (clock.serverTime - serverTime);
}

/** A call counts from its first being talked in, through hold; every other state from its own beginning. */
export function stateTimer(
  appearance: AgentAppearance,
  agent: AgentState,
  call: MediatelCall | null,
  { clericalSeconds, callWarning, pauseLimit }: TimerLimits,
): StateTimer {
  switch (appearance) {
    case 'starting':
    case 'notReady':
      return none;
    case 'loggedOut':
      return none;
    case 'talking':
    case 'held': {
      const startedAt = monotonicOf(call?.activeSince ?? null, agent);
      const seconds = call?.maxCallDuration ?? 0;
      return { startedAt, limit: seconds > 0 ? { kind: 'upTo', seconds, warnBefore: callWarning } : null };
    }
    case 'clerical': {
      const seconds = clericalSeconds ?? 0;
      const limit: TimerLimit | null = seconds > 0 ? { kind: 'left', seconds, warnBefore: clericalWarning } : null;
      return { startedAt: monotonicOf(agent.phaseSince, agent), limit };
    }
    case 'paused': {
      const limit: TimerLimit | null = pauseLimit && {
        kind: 'upTo',
        seconds: pauseLimit.seconds,
        warnBefore: pauseWarning,
      };
      return { startedAt: monotonicOf(agent.phaseSince, agent), limit };
    }
    default:
      return { startedAt: monotonicOf(agent.phaseSince, agent), limit: null };
  }
}
