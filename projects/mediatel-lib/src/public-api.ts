export { MediatelModule } from './mediatel-module';
export { provideMediatel } from './provide-mediatel';
export { withFlightRecorder } from './with-flight-recorder';
export type { FlightRecorderOptions } from 'mediatel-lib/recorder';
export { withSupervisorFeed } from './with-supervisor-feed';
export type { MediatelFeature } from './with-supervisor-feed';
export * from 'mediatel-lib/ports';
export {
  agentCommands,
  agentRequestTypes,
  agentStates,
  agentStatuses,
  decodeSnapshot,
  fieldOf,
  isKnownState,
  isTransientState,
  maskNumber,
  parseScreenPop,
  phaseOf,
  randomId,
} from 'mediatel-lib/protocol';
export type {
  AgentCommandName,
  AgentPhase,
  AgentRequest,
  AgentRequestType,
  AgentStateName,
  AgentStatusName,
  CallCode,
  CallHistoryRow,
  DecodeResult,
  KnownAgentCommand,
  KnownAgentState,
  KnownAgentStatus,
  PauseReason,
  ScreenPop,
  ScreenPopRefusal,
  ScreenPopResult,
  Snapshot,
  UnreadField,
} from 'mediatel-lib/protocol';
export * from 'mediatel-lib/store';
