export type { OperatorAccount, OperatorCredentials, MediatelAccount, SipAccount } from './account';
export { MediatelClock } from './clock';
export { MEDIATEL_TIMERS } from './timers';
export { AgentConnection } from './agent-connection';
export type { ConnectionMessage, ConnectionState, ConnectionStatus, SendOutcome } from './agent-connection';
export { PresencePublisher } from './presence-publisher';
export type { IncomingSupervisorRequest, PresencePublisherState } from './presence-publisher';
export { FlightRecorder, MEDIATEL_SIP_TRACE } from './flight-recorder';
export type { SipDirection, SipTrace } from './flight-recorder';
export { LeaderTab, OnlyTab } from './leader-tab';
export type { CallMove, ForwardedCommand, ForwardOutcome, LeaderTabState } from './leader-tab';
export { Softphone } from './softphone';
export type {
  AudioLevels,
  CallEndedBy,
  InviteRefusal,
  MuteCause,
  Playback,
  Registration,
  SoftphoneEvent,
} from './softphone';
export type { MediaFlowStatus, MediaFlowReason, CallMediaFlow, MediaFlowState } from './audio/media-flow';
export { noAudioDevices } from './audio/audio-devices';
export type {
  AudioDevice,
  AudioOutputUse,
  AudioVolumes,
  AudioDevices,
  AudioUse,
  DeviceChangeCause,
  DeviceChoice,
} from './audio/audio-devices';
export { noAudioFacts } from './audio/audio-facts';
export type { AudioFacts, MicrophonePermission, NoticePermission, SoundTest } from './audio/audio-facts';
export type { CallQuality, QualityAlarm, QualityRating } from './audio/call-quality';
export { MEDIATEL_CALL_NOTICE_TEXT, MEDIATEL_CALL_NOTICE_WORDS } from './call-notice';
export type { CallNotice, CallNoticeText, CallNoticeWords, NoticeCaller } from './call-notice';
export { readinessChecks } from './readiness';
export type {
  ReadinessCauses,
  ReadinessCheck,
  ReadinessCheckName,
  ReadinessCheckOf,
  ReadinessKnowledge,
} from './readiness';
export { isLocalNetworkDenied } from './local-network';
export type { Microphone } from './audio/microphone';
export type {
  CallCommandType,
  PhoneCommand,
  PhoneCommandFields,
  PhoneCommandHandlers,
  PhoneCommandOf,
  PhoneCommandType,
} from './phone-command';
export type { MicrophoneFailure } from './audio/microphone-failure';
export { MEDIATEL_CONFIG } from './config';
export type { AutoAnswerPolicy, DigitTransport, MediatelConfig, ResolvedMediatelConfig } from './config';
export { resolveConfig } from './resolve-config';
export { readOperatorRules } from './operator-rules';
export type { AutoAnswerKind, OperatorRules } from './operator-rules';
export { MEDIATEL_RECONNECT_POLICY } from './reconnect-policy';
export type { ReconnectPolicy } from './reconnect-policy';
export { MEDIATEL_SIP_RETRY_POLICY } from './sip-retry-policy';
export type { SipRetryPolicy } from './sip-retry-policy';
export { MediatelSetupError } from './setup-error';
export type { SetupFault } from './setup-error';
export { SetupPlace } from './setup-place';
export { Retries, minRetryDelay } from './retries';
export { owedClose } from './owed-close';
export type { OwedClose } from './owed-close';
export { isLately, watchWallClock } from './stored/wall-clock';
export { accountPlace, forgetStoredCalls, isCallStored, keptCallLifetime, storedCallId } from './kept-call';
export { storedPlaces } from './stored/stored-places';
export type { AccountPlaces, StoredPlace } from './stored/stored-places';
export { storedNames, storedText, storedValue } from './stored/stored-value';
export type { StoredValue } from './stored/stored-value';
export { takenOverError } from './taken-over';
