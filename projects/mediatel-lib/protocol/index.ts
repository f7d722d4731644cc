export { agentStates, agentStatuses, isKnownState, isTransientState, phaseOf } from './state';
export type { AgentPhase, AgentStateName, AgentStatusName, KnownAgentState, KnownAgentStatus } from './state';
export { agentCommands, agentRequestTypes } from './request';
export type { AgentCommandName, AgentRequest, AgentRequestType, KnownAgentCommand } from './request';
export type { CallCode, CallHistoryRow, PauseReason, Snapshot } from './snapshot';
export { decodeSnapshot } from './decode-snapshot';
export type { DecodeResult } from './decode-snapshot';
export { fieldOf } from './unread-fields';
export type { UnreadField } from './unread-fields';
export { parseScreenPop } from './screen-pop';
export type { ScreenPop, ScreenPopRefusal, ScreenPopResult } from './screen-pop';
export { decodePresence } from './decode-presence';
export type { PresenceResult } from './decode-presence';
export { heartbeatInterval, hubNamespaces, hubPath } from './hub-events';
export { boardReconnection, hubReconnectDelay } from './hub-reconnect';
export type {
  AuditEntry,
  BoardEvents,
  BoardRights,
  HubFrame,
  HubPicture,
  HubRefusal,
  HubToBoardEvents,
  HubToTabEvents,
  TabEvents,
} from './hub-events';
export { addTotals, noTotals, totalsOf } from './day-totals';
export { longestTimeline, phaseOfStretch, timelinesAtOnce, unconfirmedState } from './operator-day';
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
export { isNewer, maskNumber } from './operator-record';
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
export { randomId } from './random-id';
export { decodeSupervisorRequest, longestMessage, supervisorRequestKinds } from './supervisor-request';
export type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from './supervisor-request';
