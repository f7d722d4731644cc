import type { TimelinesAnswer, TimelinesWanted, TotalsAnswer, TotalsWanted } from './operator-day';
import type { AlertAcknowledgement } from './operator-condition';
import type { OperatorPauses } from './operator-pauses';
import type { OperatorRecord } from './operator-record';
import type { Presence } from './presence';
import type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from './supervisor-request';

/** Path of a hub's Socket.IO endpoint. */
export const hubPath = '/supervisor-hub/socket.io';

/** Socket.IO namespaces: for an operator's tab, and for a supervisor's board. */
export const hubNamespaces = { tab: '/tab', board: '/board' } as const;

/** Milliseconds between the heartbeats of an idle tab. If two are missing, the operator becomes unconfirmed. */
export const heartbeatInterval = 4_000;

/** Why a hub closed a connection or refused a message. `superseded`: another tab of the same operator took over. */
export type HubRefusal = 'too-large' | 'too-frequent' | 'invalid' | 'superseded' | 'not-your-presence';

/** Messages from a tab to the hub. */
export interface TabEvents {
  /** The operator's presence, whenever it changes. */
  presence(presence: Presence): void;
  /** The tab is alive and nothing has changed. */
  heartbeat(): void;
}

/** Messages from the hub to a tab. */
export interface HubToTabEvents {
  /** A supervisor's request. `from`: the supervisor's login. The tab answers with the outcome. */
  request(
    request: { readonly from: string; readonly name: string; readonly request: SupervisorRequest },
    done: (outcome: SupervisorRequestOutcome) => void,
  ): void;
  /**
   * A supervisor wants to choose a pause. The tab answers with the pauses that its operator may take. A tab of an earlier
   * version does not answer.
   */
  pauses(done: (pauses: OperatorPauses) => void): void;
  /** The hub refused a message or closes the connection. `detail` is for developers. */
  refused(refusal: { readonly reason: HubRefusal; readonly detail: string }): void;
}

/** Who watches, and what the hub's configuration allows them. */
export interface BoardRights {
  /** The supervisor's login. */
  readonly supervisor: string;
  /** Teams that the supervisor may watch. */
  readonly teams: readonly string[];
  /** Whether the supervisor may see phone numbers. */
  readonly numbers: boolean;
  /** Requests that the supervisor may send. */
  readonly requests: readonly SupervisorRequestKind[];
}

/** The whole state for a board. Sent on connecting, and whenever single changes can't be trusted (after an outage). */
export interface HubSnapshot {
  /** When it was sent, by the hub's clock (ms since the epoch). */
  readonly at: number;
  /** What this board may see and do. */
  readonly rights: BoardRights;
  /** All operators that this board may watch. */
  readonly operators: readonly OperatorRecord[];
}

/** The changes since the last snapshot or delta. Sent every 50 ms at most, and every second at least. */
export interface HubDelta {
  /** When it was sent, by the hub's clock (ms since the epoch). */
  readonly at: number;
  /** Operators who changed or are new. */
  readonly changed: readonly OperatorRecord[];
  /** Ids of operators heard from without a change. Their data is as recent as this delta. */
  readonly confirmed: readonly string[];
  /** Ids of operators who became unconfirmed. */
  readonly unconfirmed: readonly string[];
  /** Ids of operators who left. */
  readonly gone: readonly string[];
}

/** One entry of the audit log: who requested what from whom, and the outcome. */
export interface AuditEntry {
  /** Id of the request; absent in entries of earlier versions. */
  readonly id?: string;
  /** When it was requested, by the hub's clock (ms since the epoch). */
  readonly at: number;
  /** The supervisor's login. */
  readonly supervisor: string;
  /** The supervisor's name at that time; absent in entries of earlier versions. */
  readonly supervisorName?: string;
  /** The operator's id. */
  readonly operator: string;
  /** The operator's name at that time. The operator may be gone since. */
  readonly name: string;
  /** The operator's team at that time. */
  readonly team: string;
  /** What was requested. */
  readonly request: SupervisorRequest;
  /**
   * The outcome. `asked`: the hub passed the request on, but has no outcome. It is in progress, or the hub's node was
   * lost meanwhile.
   */
  readonly outcome: SupervisorRequestOutcome | { readonly outcome: 'asked' };
}

/** Messages from a board to the hub. */
export interface BoardEvents {
  /** A request to an operator. `done` gets the outcome. */
  request(
    asked: { readonly operator: string; readonly request: SupervisorRequest },
    done: (outcome: SupervisorRequestOutcome) => void,
  ): void;
  /**
   * Reads the pauses that the operator's desk offers now. `null`: the desk does not say so, or the supervisor may not put
   * this operator on a pause.
   */
  pauses(operator: string, done: (pauses: OperatorPauses | null) => void): void;
  /** Reads what each of these operators did and when; `null`: the day can't be read now. */
  timeline(wanted: TimelinesWanted, done: (answer: TimelinesAnswer | null) => void): void;
  /** Reads how long each watched operator was in each phase, page by page; `null`: the day can't be read now. */
  totals(wanted: TotalsWanted, done: (answer: TotalsAnswer | null) => void): void;
  /**
   * Reads the newest entries of the audit log first, of the teams that the supervisor may watch. Their number is
   * bounded. `null`: the log can't be read now.
   */
  audit(done: (entries: readonly AuditEntry[] | null) => void): void;
  /**
   * Acknowledges an alert, for all who watch the team. False: the condition has ended, or the supervisor may not see
   * it.
   */
  acknowledge(alert: { readonly operator: string; readonly condition: string }, done: (taken: boolean) => void): void;
}

/** Messages from the hub to a board. */
export interface HubToBoardEvents {
  /** The whole state. */
  picture(picture: HubSnapshot): void;
  /** The changes since the last message. */
  frame(frame: HubDelta): void;
  /** All acknowledgements that this board may see, after each change. */
  acknowledgements(all: readonly AlertAcknowledgement[]): void;
}
