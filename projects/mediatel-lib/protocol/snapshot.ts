import type { AgentCommandName } from './request';
import type { AgentStateName, AgentStatusName } from './state';

/** A call code: a result that an operator may set after a call. */
export interface CallCode {
  /** The code's id, for `resolutionSet`. */
  readonly id: string;
  /** The code's name. */
  readonly name: string;
  /** Not documented; passed on unchanged. */
  readonly actionFlag: string;
}

/** A reason for a pause. */
export interface PauseReason {
  /** The reason's id, for `pause`. */
  readonly id: string;
  /** The reason's name. */
  readonly name: string;
}

/** An earlier contact with the customer: text by column name. Columns that the documents don't name are kept. */
export type CallHistoryRow = Readonly<Record<string, string>>;

/**
 * An operator's whole state as Mediatel sends it, decoded: one spelling, real types, `null` for “nothing”.
 *
 * Names follow the wire (`agentExt`, `callTraceID`, …), as in Mediatel's documents. A list that did not change since
 * the previous snapshot keeps its reference.
 */
export interface Snapshot {
  /** The operator's state. */
  readonly state: AgentStateName;
  /** The operator's status; `''` if the server sends none. */
  readonly status: AgentStatusName;

  /** The operator's extension. */
  readonly agentExt: string | null;
  /** The operator's id. */
  readonly agentId: string | null;
  /** The operator's login. */
  readonly agentName: string | null;
  /** The farm process that serves the operator. */
  readonly host: string | null;
  /** Whether the farm's agent is usable. */
  readonly isAvailable: boolean | null;
  /** Kept only: its unit is not documented. */
  readonly lastCallTime: number | null;
  /** Number of log-in attempts. */
  readonly loginAttempt: number | null;
  /** Why the log-in failed, or why the operator was logged out; `null`: no error. */
  readonly loginErrorID: string | null;
  /** Its text. */
  readonly loginErrorText: string | null;

  /** Commands that may be sent now. */
  readonly availableCommand: readonly AgentCommandName[];
  /** Queues for outgoing calls. */
  readonly queues: readonly string[];
  /** Pauses to choose from. */
  readonly pauseList: readonly PauseReason[];
  /** The current pause. */
  readonly pauseId: string | null;
  /** Kept only: its meaning is not documented. */
  readonly pauseAcknowledge: boolean | null;
  /** Whether automatic (predictive) dialling is on. */
  readonly predictiveStatus: boolean;

  /** The other party's number. */
  readonly ani: string | null;
  /** The dialled number or SIP target. */
  readonly dnis: string | null;
  /** Id of the call's queue. */
  readonly queueId: string | null;
  /** Name of the call's queue. */
  readonly queueName: string | null;
  /** The call's unique id. It identifies the recording. */
  readonly callTraceID: string | null;
  /** The customer's id, for the CRM card. */
  readonly callCustomerID: string | null;
  /** Not documented; passed on unchanged. */
  readonly callType: string | null;
  /** When the call began: the server's local time, `YYYY-MM-DD hh:mm:ss`, without a zone. */
  readonly callStartTime: string | null;
  /** How long the call waited in the queue, in seconds. */
  readonly callWaitDuration: number | null;
  /** How long a call may last, in seconds; `null`: no limit. */
  readonly maxCallDuration: number | null;
  /** Why the last call failed; `null`: no error. */
  readonly callErrorID: string | null;
  /** Its text. */
  readonly callErrorText: string | null;
  /** Whether the server mutes the operator. */
  readonly mute: boolean;
  /** Call codes to choose from. */
  readonly availableCallCodes: readonly CallCode[];
  /** Whether more than one call code may be set. */
  readonly multipleCallCodeAllow: boolean;
  /** Earlier contacts with this customer. */
  readonly callHistory: readonly CallHistoryRow[];
  /** Which card the CRM should raise, together with `crmConnectType`. */
  readonly crmConnectTarget: string | null;
  /** Which card the CRM should raise, together with `crmConnectTarget`. */
  readonly crmConnectType: string | null;
  /** The page to raise, as sent. Never run it: `parseScreenPop` reads it. */
  readonly webServer: string | null;
  /** Not documented; kept. */
  readonly holdQueue: string | null;
  /** Not documented; kept. */
  readonly mcc: string | null;

  /** The server's clock when it sent the snapshot (ms since the epoch). */
  readonly serverTime: number | null;
  /** When the present state began, by the server's clock (ms since the epoch). */
  readonly time: number | null;

  /** Fields that this library does not know, unchanged. */
  readonly unknownFields: Readonly<Record<string, unknown>>;
}
