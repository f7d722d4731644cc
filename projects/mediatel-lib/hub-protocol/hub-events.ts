import type { TimelinesAnswer, TimelinesWanted, TotalsAnswer, TotalsWanted } from './operator-day';
import type { AlertAcknowledgement } from './operator-condition';
import type { OperatorRecord } from './operator-record';
import type { Presence } from './presence';
import type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from './supervisor-request';

/** Where a hub's Socket.IO endpoint is, under its host. */
export const hubPath = '/supervisor-hub/socket.io';

/** Namespaces: an operator's tab, and a supervisor's board. */
export const hubNamespaces = { tab: '/tab', board: '/board' } as const;

/** Milliseconds between an idle tab's heartbeats. Twice without one, and the operator is unconfirmed. */
export const heartbeatInterval = 4_000;

/** Why a hub ended a connection or refused a message; `superseded`: another tab of the same operator took over. */
export type HubRefusal = 'too-large' | 'too-frequent' | 'invalid' | 'superseded' | 'not-your-presence';

/** What a tab tells the hub. */
export interface TabEvents {
  presence(presence: Presence): void;
  /** Nothing changed, the tab is alive. */
  heartbeat(): void;
}

/** What a hub tells a tab. */
export interface HubToTabEvents {
  /** A supervisor asks for something; the tab answers what became of it. */
  request(
    request: { readonly from: string; readonly request: SupervisorRequest },
    done: (outcome: SupervisorRequestOutcome) => void,
  ): void;
  refused(refusal: { readonly reason: HubRefusal; readonly detail: string }): void;
}

/** Who watches, and what the hub's configuration lets them do. */
export interface BoardRights {
  readonly supervisor: string;
  readonly teams: readonly string[];
  readonly numbers: boolean;
  readonly requests: readonly SupervisorRequestKind[];
}

/** Everything a board needs to begin: sent on connecting, and whenever the hub can't vouch for single changes (after an outage). */
export interface HubSnapshot {
  /** The hub's clock, milliseconds. */
  readonly at: number;
  readonly rights: BoardRights;
  readonly operators: readonly OperatorRecord[];
}

/** What changed since the last frame. Sent at most every 50 ms, and at least each second. */
export interface HubDelta {
  readonly at: number;
  readonly changed: readonly OperatorRecord[];
  /** Operators heard of without a change: their data is as old as this frame. */
  readonly confirmed: readonly string[];
  readonly unconfirmed: readonly string[];
  readonly gone: readonly string[];
}

/** One line of the audit log: who asked whom for what, and what became of it. */
export interface AuditEntry {
  /** Of the request; absent in lines of earlier versions. */
  readonly id?: string;
  /** When it was asked. */
  readonly at: number;
  readonly supervisor: string;
  /** The operator's id. */
  readonly operator: string;
  /** As they were when it was asked: an operator may be gone since. */
  readonly name: string;
  readonly team: string;
  readonly request: SupervisorRequest;
  /** `asked`: it was passed on, and nobody knows what became of it: it is under way, or the hub's node was lost meanwhile. */
  readonly outcome: SupervisorRequestOutcome | { readonly outcome: 'asked' };
}

/** What a board asks. */
export interface BoardEvents {
  request(
    asked: { readonly operator: string; readonly request: SupervisorRequest },
    done: (outcome: SupervisorRequestOutcome) => void,
  ): void;
  /** What each of these operators did when; `null`: the day can't be read now. */
  timeline(wanted: TimelinesWanted, done: (answer: TimelinesAnswer | null) => void): void;
  /** How long everybody watched did what, page by page; `null`: the day can't be read now. */
  totals(wanted: TotalsWanted, done: (answer: TotalsAnswer | null) => void): void;
  /** The newest first, of the teams one may watch; bounded. `null`: the log can't be read now. */
  audit(done: (entries: readonly AuditEntry[] | null) => void): void;
  /** Takes an alert on, for all who watch the team to see; `false`: the condition has ended, or is not one's to see. */
  acknowledge(alert: { readonly operator: string; readonly condition: string }, done: (taken: boolean) => void): void;
}

/** What a hub tells a board. */
export interface HubToBoardEvents {
  picture(picture: HubSnapshot): void;
  frame(frame: HubDelta): void;
  /** Every acknowledgement that this board may see, whenever one comes or goes. */
  acknowledgements(all: readonly AlertAcknowledgement[]): void;
}
