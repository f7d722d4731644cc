export { decodePresence } from './decode-presence';
export type { PresenceResult } from './decode-presence';
export { heartbeatInterval, hubNamespaces, hubPath } from './hub-events';
export { boardReconnection, hubReconnectDelay } from './hub-reconnect';
export type {
  AuditEntry,
  BoardEvents,
  BoardRights,
  HubDelta,
  HubSnapshot,
  HubRefusal,
  HubToBoardEvents,
  HubToTabEvents,
  TabEvents,
} from './hub-events';
export { addTotals, noTotals, totalsOf } from './day-totals';
export { longestTimeline, phaseOfSegment, timelinesAtOnce, unconfirmedState } from './operator-day';
export type {
  DaySpan,
  DayTotals,
  OperatorTimeline,
  OperatorTotals,
  PauseTotal,
  TimelineSegment,
  TimelinesAnswer,
  TimelinesWanted,
  TotalsAnswer,
  TotalsWanted,
} from './operator-day';
export { conditionsOf, phaseOfPresence } from './operator-condition';
export type { AlertAcknowledgement, OperatorCondition, OperatorConditionKind } from './operator-condition';
export { decodeOperatorPauses, operatorPauses } from './operator-pauses';
export type { OperatorPauses } from './operator-pauses';
export { isNewer } from './operator-record';
export type { Confidence, OperatorRecord } from './operator-record';
export { presenceInstant } from './presence-instant';
export { presenceCallKinds, presenceMicrophones, presenceRegistrations } from './presence';
export type {
  Presence,
  PresenceCall,
  PresenceCallKind,
  PresenceMicrophone,
  PresenceQuality,
  PresenceRegistration,
} from './presence';
export { decodeSupervisorRequest, longestMessage, supervisorRequestKinds } from './supervisor-request';
export type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from './supervisor-request';
