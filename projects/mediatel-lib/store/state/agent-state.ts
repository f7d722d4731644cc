import type { AgentPhase, TimelessSnapshot } from 'mediatel-lib/protocol';
import type { KnownCalls } from './call/known-call';

/** Who began a call. `outgoing`: the operator dialled. `predictive`: Mediatel dialled for the operator. `incoming`: it came in. */
export type CallDirection = 'outgoing' | 'incoming' | 'predictive';

/** The server's clock: its time at a moment of the local monotonic clock. `serverNow` computes the present server time. */
export interface ServerClock {
  /** The snapshot's `serverTime`, in ms since the epoch. */
  readonly serverTime: number;
  /** When that snapshot arrived, in monotonic ms. */
  readonly receivedAt: number;
}

/** The facts that only a sequence of snapshots shows. */
export interface LocalHistory extends KnownCalls {
  /** Whether a snapshot has come. Before that, everything else is a guess. */
  readonly known: boolean;
  /** What the operator is doing. Transient states keep the phase before them; see `phaseOf`. */
  readonly phase: AgentPhase;
  /** The last phase that was not `unknown`. */
  readonly knownPhase: AgentPhase;
  /** When the snapshot with the phase arrived, in monotonic ms. For the local grace, not for shown times. */
  readonly phaseReceivedAt: number;
  /** When the phase began, in server ms; `null` if unknown. Transient states, which have their own `time`, don't change it. */
  readonly phaseSince: number | null;
  /** The server's clock; `null` before the first snapshot with a `serverTime`. */
  readonly clock: ServerClock | null;
  /** How many calls this tab has seen, for the next call's number. */
  readonly callsSeen: number;
  /** This tab's own number of the present call, known before its id comes; `null` outside of a call and its clerical. */
  readonly callNumber: number | null;
  /** The present call's id at Mediatel, kept if a later snapshot leaves it out; `null` before it comes. */
  readonly knownCallTraceID: string | null;
  /** Who began the present call; `null` if the snapshots don't show it. */
  readonly callDirection: CallDirection | null;
  /** Whether a snapshot has shown the present call talking or on hold. */
  readonly callAnswered: boolean;
  /** When the call's first `STATE_CALL_ACTIVE` began, in server ms. The call's clock starts here and runs through hold. */
  readonly callActiveSince: number | null;
  /** When the snapshot with the last change of `mute` arrived, in monotonic ms. */
  readonly muteReceivedAt: number;
}

/**
 * The operator's state at Mediatel: the fields of the last snapshot, and the facts that its history adds.
 *
 * Only `agentChanged` changes it. Lists that did not change keep their references.
 */
export type AgentState = TimelessSnapshot & LocalHistory;

/** The fields that changed. */
export type AgentChanges = Partial<AgentState>;

/** Changes while they are collected. */
export type ChangesDraft = { -readonly [Field in keyof AgentState]?: AgentState[Field] };

const none: readonly never[] = [];

/** The state before the first snapshot. */
export const initialAgentState: AgentState = {
  known: false,
  phase: 'loggedOut',
  knownPhase: 'loggedOut',
  phaseReceivedAt: 0,
  phaseSince: null,
  clock: null,
  callsSeen: 0,
  callNumber: null,
  knownCallTraceID: null,
  callDirection: null,
  callAnswered: false,
  callActiveSince: null,
  knownCall: null,
  lastCall: null,
  muteReceivedAt: 0,

  state: 'STATE_LOGOUT',
  status: 'offline',
  time: null,
  agentExt: null,
  agentId: null,
  agentName: null,
  host: null,
  isAvailable: null,
  lastCallTime: null,
  loginAttempt: null,
  loginErrorID: null,
  loginErrorText: null,
  availableCommand: none,
  queues: none,
  pauseList: none,
  pauseId: null,
  pauseAcknowledge: null,
  predictiveStatus: false,
  ani: null,
  dnis: null,
  queueId: null,
  queueName: null,
  callTraceID: null,
  callCustomerID: null,
  callType: null,
  callStartTime: null,
  callWaitDuration: null,
  maxCallDuration: null,
  callErrorID: null,
  callErrorText: null,
  mute: false,
  availableCallCodes: none,
  multipleCallCodeAllow: false,
  callHistory: none,
  crmConnectTarget: null,
  crmConnectType: null,
  webServer: null,
  holdQueue: null,
  mcc: null,
  unknownFields: {},
};
