import type { AgentPhase, TimelessSnapshot } from 'mediatel-lib/protocol';
import type { KnownCalls } from './call/known-call';

/** Whose doing a call was, where it can be known; `predictive`: Mediatel dialled it for the operator. */
export type CallDirection = 'outgoing' | 'incoming' | 'predictive';

/** The server's clock as last noted: `serverTime` (ms since the epoch) came at `receivedAt` (monotonic ms). */
export interface ServerClock {
  readonly serverTime: number;
  readonly receivedAt: number;
}

/** What only the order of snapshots tells. */
export interface LocalHistory extends KnownCalls {
  /** False until the first snapshot: the rest is then a guess. */
  readonly known: boolean;
  /** Transient states keep the phase that was; see `phaseOf`. */
  readonly phase: AgentPhase;
  /** The last phase that was not `unknown`. */
  readonly knownPhase: AgentPhase;
  /** Monotonic milliseconds at which the snapshot that brought the phase came; for local grace, not for timers. */
  readonly phaseReceivedAt: number;
  /** Server ms at which the phase began: `time`, but for passing states, which have a time of their own and begin nothing. */
  readonly phaseSince: number | null;
  readonly clock: ServerClock | null;
  /** How many calls this tab has seen; numbers the next. */
  readonly callsSeen: number;
  /** The present call's own number, there before its `callTraceID` is; `null` outside of a call and its clerical. */
  readonly callNumber: number | null;
  /** The id the present call was given, kept where a snapshot leaves it out. */
  readonly knownCallTraceID: string | null;
  /** `null`: it can't be known from what was seen. */
  readonly callDirection: CallDirection | null;
  /** Whether the call has been talked in (or held) as far as seen. */
  readonly callAnswered: boolean;
  /** `time` (server ms) of the call's first `STATE_CALL_ACTIVE`: its clock runs from here, through hold. */
  readonly callActiveSince: number | null;
  /** Monotonic milliseconds at which the server's `mute` last changed. */
  readonly muteReceivedAt: number;
}

/**
 * The operator's state: the last snapshot, flat, and what its history adds.
 *
 * Changed by `agentChanged` alone. Lists that did not change keep their references.
 */
export type AgentState = TimelessSnapshot & LocalHistory;

/** The fields that differ from the state before. */
export type AgentChanges = Partial<AgentState>;

/** Changes while they are put together. */
export type ChangesDraft = { -readonly [Field in keyof AgentState]?: AgentState[Field] };

const none: readonly never[] = [];

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
