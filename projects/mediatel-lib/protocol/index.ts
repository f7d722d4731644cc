export { agentStates, agentStatuses, isKnownState, isTransientState, phaseOf } from './mediatel/state';
export type { AgentPhase, AgentStateName, AgentStatusName, KnownAgentState, KnownAgentStatus } from './mediatel/state';
export { maskNumber } from './mediatel/mask-number';
export { agentCommands, agentRequestTypes } from './mediatel/request';
export type { AgentCommandName, AgentRequest, AgentRequestType, KnownAgentCommand } from './mediatel/request';
export type { CallCode, CallHistoryRow, PauseReason, Snapshot } from './mediatel/snapshot';
export { decodeSnapshot } from './mediatel/decode-snapshot';
export type { DecodeResult } from './mediatel/decode-snapshot';
export { fieldOf } from './mediatel/unread-fields';
export type { UnreadField } from './mediatel/unread-fields';
export { parseScreenPop } from './mediatel/screen-pop';
export type { ScreenPop, ScreenPopRefusal, ScreenPopResult } from './mediatel/screen-pop';
export { decodePresence } from './hub/decode-presence';
export type { PresenceResult } from './hub/decode-presence';
export { heartbeatInterval, hubNamespaces, hubPath } from './hub/hub-events';
export { boardReconnection, hubReconnectDelay } from './hub/hub-reconnect';
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
} from './hub/hub-events';
export { addTotals, noTotals, totalsOf } from './hub/day-totals';
export { longestTimeline, phaseOfStretch, timelinesAtOnce, unconfirmedState } from './hub/operator-day';
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
} from './hub/operator-day';
export { conditionsOf, phaseOfPresence } from './hub/operator-condition';
export type { AlertAcknowledgement, OperatorCondition, OperatorConditionKind } from './hub/operator-condition';
export { isNewer } from './hub/operator-record';
export type { Confidence, OperatorRecord } from './hub/operator-record';
export { presenceInstant } from './hub/presence-instant';
export { presenceCallKinds, presenceMicrophones, presenceRegistrations } from './hub/presence';
export type {
  Presence,
  PresenceCall,
  PresenceCallKind,
  PresenceMicrophone,
  PresenceQuality,
  PresenceRegistration,
} from './hub/presence';
export { randomId } from './mediatel/random-id';
export { decodeSupervisorRequest, longestMessage, supervisorRequestKinds } from './hub/supervisor-request';
export type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from './hub/supervisor-request';
