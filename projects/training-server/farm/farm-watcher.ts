import type { AgentEvent } from '../agent/agent-event';
import type { AgentState } from '../agent/agent-state';
import type { CallCode } from '../agent/queue';

/** One step of an operator's agent. */
export interface AgentStep {
  /** The operator's login; before a log-out, the one who logs out. */
  readonly login: string;
  readonly event: AgentEvent;
  readonly before: AgentState;
  readonly after: AgentState;
  /** The call code that the step saved. */
  readonly code: CallCode | null;
}

/** A training, as the farm sees it. It learns what the agents do. */
export interface FarmWatcher {
  /** After each step of a logged-in operator's agent, in order. */
  stepped(step: AgentStep): void;
  /** A browser of a logged-in operator has connected. */
  attached(login: string): void;
  /** Whether something else brings the operator's calls now, so that automatic dialling waits. */
  bringsCalls(login: string): boolean;
}
