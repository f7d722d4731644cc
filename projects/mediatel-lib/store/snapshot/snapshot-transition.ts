import type { AgentPhase, Snapshot } from 'mediatel-lib/protocol';
import type { Origin } from '../state/agent-actions';
import type { AgentState, ChangesDraft } from '../state/agent-state';

/** One transition of the agent state, from which its events are derived. */
export interface SnapshotTransition {
  readonly before: AgentState;
  readonly snapshot: Snapshot;
  readonly changes: Readonly<ChangesDraft>;
  /** The phase after the transition. */
  readonly phase: AgentPhase;
  /** The call's number after the transition. */
  readonly callNumber: number | null;
  /** The call's id after the transition. */
  readonly callTraceID: string | null;
  readonly origin: Origin;
}
