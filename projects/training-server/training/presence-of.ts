import type { AgentState } from '../agent/agent-state';
import { forcePause } from '../agent/pause';
import type { Presence } from './run-state';

/** What a desk can do now, by its agent's state; `null`: not logged in. */
export function presenceOf(state: AgentState | null): Presence {
  if (state === null || state.phase === 'loggedOut') return 'out';
  if (state.phase === 'idle') return 'free';
  return state.phase === 'paused' && state.pauseId !== forcePause.id ? 'away' : 'busy';
}

/** The trace id of the call that lasts; `null` between calls and in after-call work. */
export const liveCallOf = ({ call, phase }: AgentState): string | null =>
  call === null || phase === 'clerical' ? null : call.traceId;
