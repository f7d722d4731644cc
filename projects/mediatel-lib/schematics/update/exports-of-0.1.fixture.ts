/** What each entry point of 0.1 exported. */
export const exportsOf01: Readonly<Record<string, readonly string[]>> = {
  'mediatel-lib/connection': words(`
    provideSocketConnection RECONNECT_POLICY ReconnectPolicy reconnectPolicy SocketAgentConnection
    SocketSupervisorLink
  `),
  'mediatel-lib/desk': words(`
    CallPanel Chord ClericalWork DeskLayout DeskPageName Drafts injectNow MediatelDesk MediatelDeskModule
    MediatelDial NoteDelivery Operator OwnCall OwnCalls RecentNumbers SharedTick ShortcutConflict Shortcuts
  `),
  'mediatel-lib': words(`
    Account AccountError addTotals AgentActions AgentChanges AgentCommandName agentCommands AgentConnection
    AgentEvent agentFeature AgentPhase AgentRequest AgentRequestType agentRequestTypes AgentSession
    AgentState AgentStateName agentStates agentStatuses AgentStatusName AlertAcknowledgement Audibility
    AudibilityReason AudioDevice AudioDevices AudioFacts AudioLevels AudioProblem AudioProblemKind
    audioProblems AudioProof AudioUse AuditEntry AutoAnswerPolicy AutoLogIn BoardEvents boardReconnection
    BoardRights Call CALL_CONTACT_HANDLER CALL_NOTES CALL_NOTICE_TEXT CALL_NOTICE_WORDS CallAudio CallCode
    CallCodeSaving CallContact CallContactHandler CallDetails CallDirection CallDisagreement CallDraft
    CallDrafts CallEnder CallHistoryRow CallMute CallNote CallNotice CallNoticeText CallNoticeWords
    CallPhase CallQuality CallSound Clock Command CommandActions CommandContext CommandName commandNames
    CommandOutcomes CommandRefusal commandRefusal CommandRefusals commandsFeature CommandsState
    CommandStatus concernsCall conditionsOf Confidence ConnectionActions ConnectionMessage ConnectionState
    ConnectionStatus createPauseLimitSelector Credentials DaySpan DayTotals decodePresence DecodeResult
    decodeSnapshot decodeSupervisorRequest DeviceChangeCause DeviceChoice DeviceInUse dialable Difference
    DigitTransport DirectionProof elapsedSince EndedSipCall findDifferences FlightRecorder
    FlightRecorderOptions ForcePause GivenCommand heartbeatInterval HubFrame hubNamespaces hubPath
    HubPicture hubReconnectDelay HubRefusal HubToBoardEvents HubToTabEvents initialAgentState
    initialCommandsState initialLinkState initialSoftphoneState InviteRefusal isAllowedHost isCallPhase
    isKnownState isNewer isOnForcePause isTakenOver isTransientState KnownAgentCommand KnownAgentState
    KnownAgentStatus LastRefusal LimitLevel linkFeature LinkState LocalHistory longestMessage
    longestTimeline maskNumber MEDIATEL_CONFIG MediatelAccount MediatelConfig MediatelFeature MediatelModule
    MediatelSetupError Microphone MicrophoneError MicrophoneFailure MicrophonePermission MissedCall
    MissedCallActions missedCallsFeature MissedCallsState MissedReason MuteCause MuteDisagreement MuteTruth
    NamedDisagreement NextPause noAudioDevices noAudioFacts NoticeCaller NoticePermission noTotals
    OperatorCondition OperatorConditionKind OperatorRecord OperatorTimeline OperatorTotals Origin
    parseScreenPop pauseLimit PauseReason PauseTotal pauseWarning phaseOf phaseOfPresence phaseOfStretch
    PhoneTab PhoneTabState Playback preloadEffects Presence PresenceCall PresenceCallKind presenceCallKinds
    PresenceMicrophone presenceMicrophones PresenceQuality PresenceRegistration presenceRegistrations
    PresenceResult ProblemSeverity ProjectedFields provideMediatel provideMediatelStore
    provideSupervisorFeed QualityAlarm QualityRating ReadinessCauses ReadinessCheck ReadinessCheckName
    ReadinessCheckOf readinessChecks ReadinessKnowledge reconcile reconcileGrace RefusalReason RefusedInvite
    Registration RemoteHost Repair repairAction RepairFacts repairOf resolveConfig ResolvedMediatelConfig
    SCREEN_POP_HANDLER ScreenPop ScreenPopHandler ScreenPopRefusal ScreenPopRequest ScreenPopResult
    selectAgent selectAudioProblems selectCall selectCallLimit selectCommandContext selectCommandRefusals
    selectCommands selectDisagreements selectForcePause selectIsSynced selectLink selectMissedCalls
    selectMute selectNextPause selectPauseName selectSoftphone selectUnfitness SendOutcome ServerClock
    serverNow SessionActions SessionState SetupFault SignInFailure SIP_TRACE SipAccount SipCall SipDirection
    SipTrace Snapshot SnapshotRejection Softphone SoftphoneActions SoftphoneEvent softphoneFeature
    SoftphoneState SoundQuality SoundTest SupervisorAsk SupervisorLink SupervisorLinkState SupervisorNote
    SupervisorNoteEvent SupervisorNotes SupervisorRequest SupervisorRequestKind supervisorRequestKinds
    SupervisorRequestOutcome TabEvents TimeLeft timeLeft TimeLimit TimelinesAnswer timelinesAtOnce
    TimelineSegment TimelinesWanted TotalsAnswer totalsOf TotalsWanted unconfirmedState Unfitness
    unfitnessRepair withFlightRecorder withSupervisorFeed
  `),
  'mediatel-lib/ports': words(`
    Account AgentConnection Audibility AudibilityReason AudioDevice AudioDevices AudioFacts AudioLevels
    AudioProof AudioUse AutoAnswerPolicy CALL_NOTICE_TEXT CALL_NOTICE_WORDS CallEnder CallNotice
    CallNoticeText CallNoticeWords CallQuality Clock ConnectionMessage ConnectionState ConnectionStatus
    Credentials DeviceChangeCause DeviceChoice DigitTransport DirectionProof FlightRecorder InviteRefusal
    MEDIATEL_CONFIG MediatelAccount MediatelConfig MediatelSetupError Microphone MicrophoneError
    MicrophoneFailure MicrophonePermission MuteCause noAudioDevices noAudioFacts NoticeCaller
    NoticePermission PhoneTab PhoneTabState Playback QualityAlarm QualityRating ReadinessCauses
    ReadinessCheck ReadinessCheckName ReadinessCheckOf readinessChecks ReadinessKnowledge Registration
    resolveConfig ResolvedMediatelConfig SendOutcome SetupFault SIP_TRACE SipAccount SipDirection SipTrace
    Softphone SoftphoneEvent SoundTest SupervisorAsk SupervisorLink SupervisorLinkState
  `),
  'mediatel-lib/protocol': words(`
    addTotals AgentCommandName agentCommands AgentPhase AgentRequest AgentRequestType agentRequestTypes
    AgentStateName agentStates agentStatuses AgentStatusName AlertAcknowledgement AuditEntry BoardEvents
    boardReconnection BoardRights CallCode CallHistoryRow conditionsOf Confidence DaySpan DayTotals
    decodePresence DecodeResult decodeSnapshot decodeSupervisorRequest heartbeatInterval HubFrame
    hubNamespaces hubPath HubPicture hubReconnectDelay HubRefusal HubToBoardEvents HubToTabEvents
    isKnownState isNewer isTransientState KnownAgentCommand KnownAgentState KnownAgentStatus longestMessage
    longestTimeline maskNumber noTotals OperatorCondition OperatorConditionKind OperatorRecord
    OperatorTimeline OperatorTotals parseScreenPop PauseReason PauseTotal phaseOf phaseOfPresence
    phaseOfStretch Presence PresenceCall PresenceCallKind presenceCallKinds PresenceMicrophone
    presenceMicrophones PresenceQuality PresenceRegistration presenceRegistrations PresenceResult ScreenPop
    ScreenPopRefusal ScreenPopResult Snapshot SupervisorRequest SupervisorRequestKind supervisorRequestKinds
    SupervisorRequestOutcome TabEvents TimelinesAnswer timelinesAtOnce TimelineSegment TimelinesWanted
    TotalsAnswer totalsOf TotalsWanted unconfirmedState
  `),
  'mediatel-lib/recorder': words(`
    decodeFlight FlightEntry FlightFact FlightFault FlightFile FlightRecorderOptions FlightResult PageEvent
    pageEvents provideFlightRecorder provideReplay readFlight RecordedPorts RecordedRequest ReplayStage
  `),
  'mediatel-lib/recordings': words(`
    RecordingPlayer
  `),
  'mediatel-lib/rest': words(`
    Agent AgentAutoAnswer AgentChange AgentClientApp Agents ApiFailure Extension ExtensionBatch
    ExtensionChange Extensions MEDIATEL_REST_CONFIG MediatelApiError MediatelRestConfig NewOperator
    RecordingAvailability Recordings
  `),
  'mediatel-lib/softphone': words(`
    JsSipSoftphone provideJsSipSoftphone SIP_RETRY_POLICY SipRetryPolicy sipRetryPolicy
  `),
  'mediatel-lib/store': words(`
    AccountError AgentActions AgentChanges AgentEvent agentFeature AgentSession AgentState AudioProblem
    AudioProblemKind audioProblems AutoLogIn Call CALL_CONTACT_HANDLER CALL_NOTES CallAudio CallCodeSaving
    CallContact CallContactHandler CallDetails CallDirection CallDisagreement CallDraft CallDrafts CallMute
    CallNote CallPhase CallSound Command CommandActions CommandContext CommandName commandNames
    CommandOutcomes CommandRefusal commandRefusal CommandRefusals commandsFeature CommandsState
    CommandStatus concernsCall ConnectionActions createPauseLimitSelector DeviceInUse dialable Difference
    elapsedSince EndedSipCall findDifferences ForcePause GivenCommand initialAgentState initialCommandsState
    initialLinkState initialSoftphoneState isAllowedHost isCallPhase isOnForcePause isTakenOver LastRefusal
    LimitLevel linkFeature LinkState LocalHistory MissedCall MissedCallActions missedCallsFeature
    MissedCallsState MissedReason MuteDisagreement MuteTruth NamedDisagreement NextPause Origin pauseLimit
    pauseWarning preloadEffects ProblemSeverity ProjectedFields provideMediatelStore provideSupervisorFeed
    reconcile reconcileGrace RefusalReason RefusedInvite RemoteHost Repair repairAction RepairFacts repairOf
    SCREEN_POP_HANDLER ScreenPopHandler ScreenPopRequest selectAgent selectAudioProblems selectCall
    selectCallLimit selectCommandContext selectCommandRefusals selectCommands selectDisagreements
    selectForcePause selectIsSynced selectLink selectMissedCalls selectMute selectNextPause selectPauseName
    selectSoftphone selectUnfitness ServerClock serverNow SessionActions SessionState SignInFailure SipCall
    SnapshotRejection SoftphoneActions softphoneFeature SoftphoneState SoundQuality SupervisorNote
    SupervisorNoteEvent SupervisorNotes TimeLeft timeLeft TimeLimit Unfitness unfitnessRepair
  `),
  'mediatel-lib/supervisor': words(`
    Alert AlertThresholdChanges AlertThresholds HubMessage MediatelBoard MediatelDay OperatorAlerts
    OperatorEntry Operators provideAlertThresholds ShownAlert SUPERVISOR_HUB_ADDRESS SupervisorHub
    SupervisorHubStatus TimedPhase
  `),
  'mediatel-lib/tabs': words(`
    provideTabs TabConnection TabPorts TabSoftphone
  `),
  'mediatel-lib/testing': words(`
    AgentStateBarHarness CallCardHarness CallControlsHarness CallPanelHarness CallsPageHarness
    ChoiceListHarness ClericalFormHarness ContactHistoryHarness DeskMenuHarness DeviceSelectHarness
    DialerHarness fakeAccount FakeAgentConnection FakeClock FakeSoftphone HeardMeterHarness KeypadHarness
    LevelMeterHarness MediatelDeskHarness MediatelDialHarness MissedPageHarness NoticeHarness
    PauseMenuHarness PrimaryActionHarness provideFakePorts QualityBadgeHarness ReadinessPageHarness
    ReadinessStripHarness RecordingPlayerHarness ShortcutsPageHarness SignInFormHarness snapshotOf
    StoreHarness SupervisorNotesHarness WireSnapshot wireSnapshot
  `),
  'mediatel-lib/ui': words(`
    ActionTone AgentAppearance AgentStateBar AlertLabels AlertWords appearanceIcons AudioLabels AuditLabels
    BoardLabels CallCard CallControls CallKind Choice ChoiceList cleanNumber ClericalForm DayColumn
    DayLabels Dialer durationWords englishLabels formatDuration HeardMeter Icon IconName IconOutline Keypad
    LanguageTag LayoutLabels LevelMeter MediatelIntl MediatelLabels mediatelLanguages MissedKind
    MomentaryState Notice NoticeTone NumberVerdict PauseMenu PhoneNumbers PrimaryAction ReadinessStrip
    secondsBetween ShortcutName shortcutNames StateColour TimerLimit ViewLabels
  `),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
