export { AgentActions } from './state/agent-actions';
export type {
  AgentEvent,
  AgentEventFields,
  CallEndFields,
  CallEventFields,
  ClericalEventFields,
  Origin,
} from './state/agent-actions';
export { agentFeature, selectAgent } from './state/agent-feature';
export { initialAgentState } from './state/agent-state';
export { autoAnswerKind } from './state/auto-answer-kind';
export type { AgentChanges, AgentState, CallDirection, LocalHistory, ServerClock } from './state/agent-state';
export { AccountError } from './session/account-error';
export { AgentSession } from './agent-session';
export type { MediatelCall, CallAudio, CallDisagreement, CallMute } from './selectors/call';
export { callDetailNames } from './state/call/call-details';
export type { CallDetails } from './state/call/call-details';
export type { CallKey } from './state/call/call-key';
export { isCallPhase } from './state/call/call-phase';
export type { CallPhase } from './state/call/call-phase';
export { audioProblemKinds } from './selectors/audio-problem';
export type { AudioProblem, AudioProblemKind, ProblemSeverity } from './selectors/audio-problem';
export { selectAudioProblems, selectNotReady } from './selectors/audio-selectors';
export { selectCallLimit, selectDisagreements, selectMute } from './selectors/call-selectors';
export { MEDIATEL_CALL_CONTACT_HANDLER } from './after-call/call-contact';
export type { CallDirectionReport, CallReport } from './after-call/call-report';
export type { CallContact, CallContactHandler } from './after-call/call-contact';
export { MEDIATEL_CALL_NOTES } from './after-call/call-notes';
export type { CallNote } from './after-call/call-notes';
export { CallDrafts } from './drafts/call-drafts';
export { CustomerTraces } from './drafts/customer-traces';
export type { CallDraft } from './drafts/call-draft';
export type { StoredDraft } from './drafts/draft-storage';
export { MEDIATEL_CALL_SLOTS } from './hooks/call-slots';
export type { CallSlotComponent, CallSlotPhase, CallSlots, SlotCall } from './hooks/call-slots';
export { MEDIATEL_CONTACT_LOOKUP } from './hooks/contact-lookup';
export type { ContactLookup, TimedContactLookup } from './hooks/contact-lookup';
export { MEDIATEL_EXTRA_REQUESTS } from './hooks/extra-request';
export type { AnyExtraRequest, ExtraRequest, ExtraRequestStatus, ExtraWireRequest } from './hooks/extra-request';
export { ExtraRequests } from './hooks/extra-requests';
export type { ExtraRequestGiver } from './hooks/extra-requests';
export { MEDIATEL_DIAL_GUARD } from './commands/dial-guard';
export type { DialGuard, DialRequest, DialVerdict, TimedDialGuard } from './commands/dial-guard';
export { CommandReceipts } from './commands/command-receipts';
export type { MediatelOutcome, OutcomeRefusal } from './commands/command-outcome';
export { Mediatel } from './mediatel';
export { mediatelEvents } from './facade/mediatel-event';
export type { MediatelEvent, MediatelEventName } from './facade/mediatel-event';
export type { MediatelProblem, PhoneProblemKind } from './facade/mediatel-problem';
export type { ReloadObstacle, ReloadSafety } from './facade/reload-safety';
export { mediatelLeaveGuard } from './leave-guard';
export type { LeaveGuardOptions } from './leave-guard';
export { mediatelSignInGuard } from './sign-in-guard';
export type { SignInGuardOptions } from './sign-in-guard';
export { MEDIATEL_RELOAD, SafeReload } from './safe-reload';
export type { ReloadInCall, ReloadWaitReason, SafeReloadRequest, SafeReloadState } from './safe-reload';
export { CommandActions, CommandOutcomes } from './state/command-actions';
export type { CommandContext } from './selectors/command-refusal';
export { commandNames } from './state/command-status';
export type {
  MediatelCommand,
  CommandFields,
  CommandName,
  CommandNamed,
  CommandRefusal,
  CommandStatus,
  GivenCommand,
  RefusalReason,
  ToggleName,
} from './state/command-status';
export { commandsFeature, selectCommands } from './state/commands-feature';
export { initialCommandsState } from './state/commands-state';
export type { CallCodeSaving, CommandsState, LastRefusal, MirroredCommands, NextPause } from './state/commands-state';
export { ConnectionActions } from './state/connection-actions';
export { dialable } from './commands/dialable';
export { linkFeature, selectLink } from './state/link-feature';
export { initialLinkState } from './state/link-state';
export type { AutoLogIn, LinkState, RemoteHost, SnapshotRejection } from './state/link-state';
export type { ForcePause } from './selectors/force-pause';
export type { MissedCall, MissedReason } from './state/missed-call';
export { MissedCallActions } from './state/missed-call-actions';
export { missedCallsFeature, selectMissedCalls } from './state/missed-calls-feature';
export type { MissedCallsState } from './state/missed-calls-feature';
export type { MuteDisagreement, MuteTruth } from './selectors/mute-truth';
export type { NamedDisagreement, RecoveryFacts } from './selectors/named-disagreement';
export { pauseWarning } from './selectors/pause-limit';
export { createPauseLimitSelector, selectForcePause, selectNextPause } from './selectors/pause-selectors';
export { recoveryCommand } from './state/recovery-action';
export type { RecoveryAction } from './state/recovery-action';
export { timeLeft } from './selectors/time-limit';
export type { LimitLevel, TimeLeft, TimeLimit } from './selectors/time-limit';
export { isTakenOver } from './selectors/taken-over';
export type { KnownCall, KnownCalls } from './state/call/known-call';
export { callErrors } from './state/call/call-errors';
export { notReadyReason } from './state/not-ready-reason';
export type { NotReadyReason } from './state/not-ready-reason';
export { provideMediatelStore } from './provide-store';
export { MEDIATEL_SCREEN_POP_HANDLER } from './screen-pop/screen-pop-handler';
export type { ScreenPopHandler, ScreenPopOutcome } from './screen-pop/screen-pop-handler';
export { ScreenPopActions } from './state/screen-pop-actions';
export { selectBlockedScreenPop } from './state/screen-pops-feature';
export type { ScreenPopsState } from './state/screen-pops-feature';
export type { ScreenPopRequest } from './state/screen-pop-request';
export {
  selectCall,
  selectCommandContext,
  selectCommandRefusals,
  selectIsSynced,
  selectPauseName,
} from './selectors/selectors';
export type { CommandRefusals } from './selectors/selectors';
export { preloadEffects } from './effects-loader';
export { elapsedSince, serverNow } from './selectors/server-time';
export { SessionActions } from './state/session-actions';
export type { SessionState, SignInFailure } from './state/session-state';
export { provideSupervisorFeed } from './supervisor/provide-supervisor-feed';
export { SupervisorNotes } from './supervisor/supervisor-notes';
export type { SupervisorNote, SupervisorNoteEvent } from './supervisor/supervisor-notes';
export { SoftphoneActions } from './state/softphone-actions';
export type { SoftphoneEventFields } from './state/softphone-actions';
export { selectSoftphone, softphoneFeature } from './state/softphone-feature';
export { initialSoftphoneState } from './state/softphone-state';
export type {
  CallSound,
  DeviceInUse,
  EndedSipCall,
  RefusedInvite,
  SipCall,
  SoftphoneState,
  SoundQuality,
} from './state/softphone-state';
