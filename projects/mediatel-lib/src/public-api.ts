// The API for hosts, name by name: what a CRM needs to set up the phone, to follow it and to command it. The other entry
// points (`mediatel-lib/store`, `mediatel-lib/ports`, …) hold what hosts seldom need, and what a host replaces.

// Setup.
export { MediatelModule } from './mediatel-module';
export { provideMediatel } from './provide-mediatel';
export { withCallSlots } from './with-call-slots';
export { withContacts } from './with-contacts';
export { withDialGuard } from './with-dial-guard';
export { withExtraRequests } from './with-extra-requests';
export { withFlightRecorder } from './with-flight-recorder';
export type { FlightRecorderOptions } from 'mediatel-lib/private/flight';
export { withStore } from './with-store';
export { withSupervisorFeed } from './with-supervisor-feed';
export type { MediatelFeature } from './with-supervisor-feed';
export { MediatelSetupError } from 'mediatel-lib/ports';
export type { AutoAnswerPolicy, DigitTransport, MediatelConfig, SetupFault } from 'mediatel-lib/ports';

// The phone without NgRx.
export { Mediatel, SafeReload, mediatelLeaveGuard, mediatelSignInGuard } from 'mediatel-lib/store';
export type { MediatelEvent, MediatelOutcome, MediatelProblem, OutcomeRefusal, ReloadSafety } from 'mediatel-lib/store';

// Signing in and out.
export { AccountError, AgentSession } from 'mediatel-lib/store';
export type { SessionState, SignInFailure } from 'mediatel-lib/store';
export type { OperatorAccount, OperatorCredentials, MediatelAccount, SipAccount } from 'mediatel-lib/ports';

// Commands and events, as actions.
export {
  AgentActions,
  CommandActions,
  CommandOutcomes,
  ConnectionActions,
  MissedCallActions,
  ScreenPopActions,
  SessionActions,
  SoftphoneActions,
} from 'mediatel-lib/store';
export type { Origin } from 'mediatel-lib/store';

// State, by selectors.
export {
  selectAgent,
  selectCall,
  selectCommandRefusals,
  selectCommands,
  selectIsSynced,
  selectLink,
  selectMissedCalls,
  selectPauseName,
  selectSoftphone,
} from 'mediatel-lib/store';
export type {
  AgentState,
  MediatelCall,
  CallPhase,
  MediatelCommand,
  CommandName,
  CommandRefusal,
  CommandRefusals,
  CommandStatus,
  MissedCall,
  MissedReason,
  RefusalReason,
} from 'mediatel-lib/store';
export type { AgentAutoAnswer, AgentClientApp, AgentPhase, CallCode, PauseReason } from 'mediatel-lib/protocol';
export type { ConnectionState, Microphone, Registration } from 'mediatel-lib/ports';

// What the library gives to the CRM, and what the CRM may provide.
export {
  MEDIATEL_CALL_CONTACT_HANDLER,
  MEDIATEL_CALL_NOTES,
  CallDrafts,
  CustomerTraces,
  MEDIATEL_SCREEN_POP_HANDLER,
} from 'mediatel-lib/store';
export type {
  CallContact,
  CallContactHandler,
  CallReport,
  CallDraft,
  CallKey,
  CallNote,
  ScreenPopHandler,
  ScreenPopOutcome,
  ScreenPopRequest,
} from 'mediatel-lib/store';
export { ExtraRequests } from 'mediatel-lib/store';
export type {
  AnyExtraRequest,
  CallSlots,
  ContactLookup,
  ExtraRequest,
  ExtraRequestStatus,
  SlotCall,
} from 'mediatel-lib/store';
export type { DialGuard, DialRequest, DialVerdict } from 'mediatel-lib/store';
export { MEDIATEL_CALL_NOTICE_TEXT } from 'mediatel-lib/ports';
export type { CallNoticeText } from 'mediatel-lib/ports';

// The operator's tabs, supervisors' messages, the flight recording.
export { SupervisorNotes } from 'mediatel-lib/store';
export { FlightRecorder, LeaderTab } from 'mediatel-lib/ports';
export type { LeaderTabState } from 'mediatel-lib/ports';
