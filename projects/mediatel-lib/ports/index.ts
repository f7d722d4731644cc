export type { Account, Credentials, MediatelAccount, SipAccount } from './account';
export { Clock } from './clock';
export { AgentConnection } from './agent-connection';
export type { ConnectionMessage, ConnectionState, ConnectionStatus, SendOutcome } from './agent-connection';
export { SupervisorLink } from './supervisor-link';
export type { SupervisorAsk, SupervisorLinkState } from './supervisor-link';
export { FlightRecorder, SIP_TRACE } from './flight-recorder';
export type { SipDirection, SipTrace } from './flight-recorder';
export { PhoneTab } from './phone-tab';
export type { ForwardedCommand, ForwardOutcome, PhoneTabState } from './phone-tab';
export { Softphone } from './softphone';
export type {
  AudioLevels,
  CallEnder,
  InviteRefusal,
  MuteCause,
  Playback,
  Registration,
  SoftphoneEvent,
} from './softphone';
export type { Audibility, AudibilityReason, AudioProof, DirectionProof } from './audio/audibility';
export { noAudioDevices } from './audio/audio-devices';
export type { AudioDevice, AudioDevices, AudioUse, DeviceChangeCause, DeviceChoice } from './audio/audio-devices';
export { noAudioFacts } from './audio/audio-facts';
export type { AudioFacts, MicrophonePermission, NoticePermission, SoundTest } from './audio/audio-facts';
export type { CallQuality, QualityAlarm, QualityRating } from './audio/call-quality';
export { CALL_NOTICE_TEXT, CALL_NOTICE_WORDS } from './call-notice';
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
export { handlePhoneCommand, isPhoneCommand } from './phone-command';
export type { PhoneCommand, PhoneCommandHandlers, PhoneCommandOf, PhoneCommandType } from './phone-command';
export { MicrophoneError } from './audio/microphone-error';
export type { MicrophoneFailure } from './audio/microphone-error';
export { MEDIATEL_CONFIG } from './config';
export type { AutoAnswerPolicy, DigitTransport, MediatelConfig, ResolvedMediatelConfig } from './config';
export { resolveConfig } from './resolve-config';
export { MediatelSetupError } from './setup-error';
export type { SetupFault } from './setup-error';
export { storedPlaces } from './stored/stored-places';
export type { StoredPlace } from './stored/stored-places';
export { storedText, storedValue } from './stored/stored-value';
export type { StoredValue } from './stored/stored-value';
export { takenOverError } from './taken-over';
