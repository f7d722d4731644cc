import type { AgentPhase } from 'mediatel-lib/protocol';

/** Phases in which a call is under way. */
export type CallPhase = 'dialing' | 'delivered' | 'talking' | 'held';

export const isCallPhase = (phase: AgentPhase): phase is CallPhase =>
  phase === 'talking' || phase === 'held' || phase === 'delivered' || phase === 'dialing';

/** Whether the phase belongs to a call: under way, or its after-call work. */
export const concernsCall = (phase: AgentPhase): boolean => phase === 'clerical' || isCallPhase(phase);
