export type { Account, Credentials, MediatelAccount, SipAccount } from './account';
export { Clock } from './clock';
export { AgentConnection } from './agent-connection';
export type { ConnectionMessage, ConnectionState, ConnectionStatus, SendOutcome } from './agent-connection';
export { Softphone } from './softphone';
export type {
  AudioLevels,
  CallEnder,
  InviteRefusal,
  Microphone,
  Playback,
  Registration,
  SoftphoneEvent,
} from './softphone';
export { MicrophoneError } from './microphone-error';
export type { MicrophoneFailure } from './microphone-error';
export { MEDIATEL_CONFIG } from './config';
export type { AutoAnswerPolicy, MediatelConfig, ResolvedMediatelConfig } from './config';
export { resolveConfig } from './resolve-config';
export { MediatelSetupError } from './setup-error';
export type { SetupFault } from './setup-error';
