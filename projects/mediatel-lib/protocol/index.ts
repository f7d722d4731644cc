export { agentStates, agentStatuses, isKnownState, isTransientState, phaseOf } from './state';
export type { AgentPhase, AgentStateName, AgentStatusName, KnownAgentState, KnownAgentStatus } from './state';
export { agentCommands, agentRequestTypes } from './request';
export type { AgentCommandName, AgentRequest, AgentRequestType, KnownAgentCommand } from './request';
export type { CallCode, CallHistoryRow, PauseReason, Snapshot } from './snapshot';
export { decodeSnapshot } from './decode-snapshot';
export type { DecodeResult } from './decode-snapshot';
export { parseScreenPop } from './screen-pop';
export type { ScreenPop, ScreenPopRefusal, ScreenPopResult } from './screen-pop';
