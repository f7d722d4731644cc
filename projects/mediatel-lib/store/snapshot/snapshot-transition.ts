import type { AgentPhase, Snapshot } from 'mediatel-lib/protocol';
import type { Origin } from '../state/agent-actions';
import type { AgentState, ChangesDraft } from '../state/agent-state';

/** One step of the agent state, from which its events are told. */
export interface SnapshotTransition {
  readonly before: AgentState;
  readonly snapshot: Snapshot;
  readonly changes: Readonly<ChangesDraft>;
  /** The phase after it. */
  readonly phase: AgentPhase;
  /** The call's number after it. */
  readonly callNumber: number | null;
  /** The call's id after it. */
  readonly callTraceID: string | null;
  readonly origin: Origin;
}
