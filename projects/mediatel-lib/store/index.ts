export { AgentActions } from './agent-actions';
export type { AgentEvent, Origin } from './agent-actions';
export { agentFeature, selectAgent } from './agent-feature';
export { initialAgentState } from './agent-state';
export type {
  AgentChanges,
  AgentState,
  CallDirection,
  LocalHistory,
  ProjectedFields,
  ServerClock,
} from './agent-state';
export { AccountError } from './account-error';
export { AgentSession } from './agent-session';
export type { Call, CallAudio, CallDisagreement, CallMute } from './call';
export type { CallDetails } from './call-details';
export type { CallKey } from './call-key';
export { concernsCall, isCallPhase } from './call-phase';
export type { CallPhase } from './call-phase';
export { audioProblems } from './audio-problem';
export type { AudioProblem, AudioProblemKind, ProblemSeverity } from './audio-problem';
export { selectAudioProblems, selectUnfitness } from './audio-selectors';
export { selectCallLimit, selectDisagreements, selectMute } from './call-selectors';
export { CALL_CONTACT_HANDLER } from './call-contact';
export type { CallContact, CallContactHandler } from './call-contact';
export { CALL_NOTES } from './call-notes';
export type { CallNote } from './call-notes';
export { CallDrafts } from './call-drafts';
export { CustomerTraces } from './customer-traces';
export type { CallDraft } from './call-draft';
export { CommandActions, CommandOutcomes } from './command-actions';
export { commandRefusal } from './command-refusal';
export type { CommandContext } from './command-refusal';
export { commandNames } from './command-status';
export type {
  Command,
  CommandName,
  CommandRefusal,
  CommandStatus,
  GivenCommand,
  RefusalReason,
} from './command-status';
export { commandsFeature, selectCommands } from './commands-feature';
export { initialCommandsState } from './commands-state';
export type { CallCodeSaving, CommandsState, LastRefusal, NextPause } from './commands-state';
export { ConnectionActions } from './connection-actions';
export { dialable } from './argument-refusal';
export { linkFeature, selectLink } from './link-feature';
export { initialLinkState } from './link-state';
export type { AutoLogIn, LinkState, RemoteHost, SnapshotRejection } from './link-state';
export { isOnForcePause } from './force-pause';
export type { ForcePause } from './force-pause';
export type { MissedCall, MissedReason } from './missed-call';
export { MissedCallActions } from './missed-call-actions';
export { missedCallsFeature, selectMissedCalls } from './missed-calls-feature';
export type { MissedCallsState } from './missed-calls-feature';
export type { MuteDisagreement, MuteTruth } from './mute-truth';
export { repairOf } from './named-disagreement';
export type { NamedDisagreement, RepairFacts } from './named-disagreement';
export { pauseLimit, pauseWarning } from './pause-limit';
export { createPauseLimitSelector, selectForcePause, selectNextPause } from './pause-selectors';
export { repairAction } from './repair';
export type { Repair } from './repair';
export { timeLeft } from './time-limit';
export type { LimitLevel, TimeLeft, TimeLimit } from './time-limit';
export { isTakenOver } from './taken-over';
export { unfitnessRepair } from './unfitness';
export type { Unfitness } from './unfitness';
export { provideMediatelStore } from './provide-store';
export { findDifferences, reconcile, reconcileGrace } from './reconcile';
export type { Difference } from './reconcile';
export { SCREEN_POP_HANDLER } from './screen-pop-handler';
export type { ScreenPopHandler, ScreenPopOutcome } from './screen-pop-handler';
export { ScreenPopActions } from './screen-pop-actions';
export { screenPopsFeature, selectBlockedScreenPop } from './screen-pops-feature';
export type { ScreenPopsState } from './screen-pops-feature';
export { isAllowedHost } from './allowed-host';
export type { ScreenPopRequest } from './screen-pop-request';
export { selectCall, selectCommandContext, selectCommandRefusals, selectIsSynced, selectPauseName } from './selectors';
export type { CommandRefusals } from './selectors';
export { preloadEffects } from './effects-loader';
export { elapsedSince, serverNow } from './server-time';
export { SessionActions } from './session-actions';
export type { SessionState, SignInFailure } from './session-state';
export { provideSupervisorFeed } from './provide-supervisor-feed';
export { SupervisorNotes } from './supervisor-notes';
export type { SupervisorNote, SupervisorNoteEvent } from './supervisor-notes';
export { SoftphoneActions } from './softphone-actions';
export { selectSoftphone, softphoneFeature } from './softphone-feature';
export { initialSoftphoneState } from './softphone-state';
export type {
  CallSound,
  DeviceInUse,
  EndedSipCall,
  RefusedInvite,
  SipCall,
  SoftphoneState,
  SoundQuality,
} from './softphone-state';
