import { type AgentState, type MediatelCall, type TimeLimit, pauseWarning } from 'mediatel-lib/store';
import type { AgentAppearance, TimerLimit } from 'mediatel-lib/ui';

/** The state bar's timer. `startedAt` is in monotonic milliseconds; `null` for no timer. */
export interface StateTimer {
  readonly startedAt: number | null;
  readonly limit: TimerLimit | null;
}

/** Limits that are not in the agent's state, in seconds. */
export interface TimerLimits {
  readonly clericalSeconds: number | null;
  /** Of the operator's `ClientApp`. */
  readonly clericalReminder: number | null;
  readonly callWarning: number;
  readonly pauseLimit: TimeLimit | null;
}

const none: StateTimer = { startedAt: null, limit: null };

/** How long before the end of clerical the operator is warned (seconds). */
const clericalWarning = 10;

/** Converts server time (ms) to monotonic milliseconds by the server's clock. The local wall clock never matters. */
export function monotonicOf(serverTime: number | null, { clock }: AgentState): number | null {
  return clock === null || serverTime === null ? null : clock.receivedAt - (clock.serverTime - serverTime);
}

/** The timer of a state. A call counts from the beginning of its conversation, through hold; other states from their own. */
export function stateTimer(
  appearance: AgentAppearance,
  agent: AgentState,
  call: MediatelCall | null,
  { clericalSeconds, clericalReminder, callWarning, pauseLimit }: TimerLimits,
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
      const startedAt = monotonicOf(agent.phaseSince, agent);
      if (seconds > 0) return { startedAt, limit: { kind: 'left', seconds, warnBefore: clericalWarning } };
      return { startedAt, limit: clericalReminder ? { kind: 'upTo', seconds: clericalReminder, warnBefore: 0 } : null };
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
