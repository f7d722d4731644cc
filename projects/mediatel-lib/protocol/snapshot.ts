import type { AgentCommandName } from './request';
import type { AgentStateName, AgentStatusName } from './state';

/** A call's result an operator may set after the call ("call code"). */
export interface CallCode {
  readonly id: string;
  readonly name: string;
  /** Opaque; kept. */
  readonly actionFlag: string;
}

/** A reason for a pause. */
export interface PauseReason {
  readonly id: string;
  readonly name: string;
}

/** An earlier contact with the customer: column name to text, with columns the documents do not name kept too. */
export type CallHistoryRow = Readonly<Record<string, string>>;

/**
 * An operator's whole state as Mediatel sends it, decoded: one spelling, real types, `null` for "nothing".
 *
 * Names follow the wire (`agentExt`, `callTraceID`, …) so that a reader finds them in Mediatel's documents.
 * A list that did not change since the previous snapshot keeps its reference.
 */
export interface Snapshot {
  readonly state: AgentStateName;
  /** `''` when the server states none. */
  readonly status: AgentStatusName;

  readonly agentExt: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  /** The farm process that serves the operator. */
  readonly host: string | null;
  readonly isAvailable: boolean | null;
  readonly lastCallTime: number | null;
  readonly loginAttempt: number | null;
  readonly loginErrorID: string | null;
  readonly loginErrorText: string | null;

  /** What may be sent now. */
  readonly availableCommand: readonly AgentCommandName[];
  readonly queues: readonly string[];
  readonly pauseList: readonly PauseReason[];
  readonly pauseId: string | null;
  readonly pauseAcknowledge: boolean | null;
  readonly predictiveStatus: boolean;

  /** The other party's number. */
  readonly ani: string | null;
  readonly dnis: string | null;
  readonly queueId: string | null;
  readonly queueName: string | null;
  readonly callTraceID: string | null;
  readonly callCustomerID: string | null;
  /** Opaque; kept. */
  readonly callType: string | null;
  /** Server local time, `YYYY-MM-DD hh:mm:ss`, without a zone. */
  readonly callStartTime: string | null;
  /** Seconds waited in the queue. */
  readonly callWaitDuration: number | null;
  /** Seconds a call may last; `null` for no limit. */
  readonly maxCallDuration: number | null;
  readonly callErrorID: string | null;
  readonly callErrorText: string | null;
  /** Muted on the server. */
  readonly mute: boolean;
  readonly availableCallCodes: readonly CallCode[];
  readonly multipleCallCodeAllow: boolean;
  readonly callHistory: readonly CallHistoryRow[];
  readonly crmConnectTarget: string | null;
  readonly crmConnectType: string | null;
  /** The page to raise, as sent; `parseScreenPop` reads it. Never run it. */
  readonly webServer: string | null;
  /** Opaque; kept. */
  readonly holdQueue: string | null;
  /** Opaque; kept. */
  readonly mcc: string | null;

  /** Milliseconds since the epoch: the server's clock when it sent this. */
  readonly serverTime: number | null;
  /** Milliseconds since the epoch, by the server's clock: when the present state began. */
  readonly time: number | null;

  /** Fields that neither the documents nor we know, as they came. */
  readonly unknownFields: Readonly<Record<string, unknown>>;
}
