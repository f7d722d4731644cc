import type { AgentPhase } from 'mediatel-lib/protocol';

/** The phases in which there is a call. */
export type CallPhase = 'dialing' | 'delivered' | 'talking' | 'held';

/** Whether there is a call in this phase: it dials, rings, or somebody talks. After-call work does not count. */
export const isCallPhase = (phase: AgentPhase): phase is CallPhase =>
  phase === 'talking' || phase === 'held' || phase === 'delivered' || phase === 'dialing';

/** Whether the phase belongs to a call or to its after-call work. */
export const concernsCall = (phase: AgentPhase): boolean => phase === 'clerical' || isCallPhase(phase);
