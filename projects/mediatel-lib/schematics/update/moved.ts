/** The wire of the supervisor hub. */
const hubNames = words(`
  addTotals AlertAcknowledgement AuditEntry BoardEvents boardReconnection BoardRights conditionsOf
  Confidence DaySpan DayTotals decodePresence decodeSupervisorRequest heartbeatInterval HubDelta
  hubNamespaces hubPath hubReconnectDelay HubRefusal HubSnapshot HubToBoardEvents HubToTabEvents
  isNewer longestMessage longestTimeline noTotals OperatorCondition OperatorConditionKind
  OperatorRecord OperatorTimeline OperatorTotals PauseTotal phaseOfPresence phaseOfSegment Presence
  PresenceCall PresenceCallKind presenceCallKinds PresenceMicrophone presenceMicrophones
  PresenceQuality PresenceRegistration presenceRegistrations PresenceResult SupervisorRequest
  SupervisorRequestKind supervisorRequestKinds SupervisorRequestOutcome TabEvents TimelinesAnswer
  timelinesAtOnce TimelineSegment TimelinesWanted TotalsAnswer totalsOf TotalsWanted unconfirmedState
`);

/** Names (those of 0.2) that left an entry point: the entry point of 0.1, the one of 0.2, and the names. */
export const moved: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'mediatel-lib': {
    'mediatel-lib/hub-protocol': hubNames,
    'mediatel-lib/ports': words(`
      AgentConnection AudioDevice AudioDevices AudioFacts AudioLevels AudioUse CallEndedBy CallMediaFlow
      CallNotice CallNoticeWords CallQuality ConnectionMessage ConnectionStatus DeviceChangeCause
      DeviceChoice IncomingSupervisorRequest InviteRefusal MediaFlowReason MediaFlowState MediaFlowStatus
      MEDIATEL_CALL_NOTICE_WORDS MEDIATEL_CONFIG MEDIATEL_SIP_TRACE MediatelClock
      MicrophoneFailure MicrophonePermission MuteCause noAudioDevices noAudioFacts NoticeCaller
      NoticePermission Playback PresencePublisher PresencePublisherState QualityAlarm QualityRating
      ReadinessCauses ReadinessCheck ReadinessCheckName ReadinessCheckOf readinessChecks
      ReadinessKnowledge resolveConfig ResolvedMediatelConfig SendOutcome SipDirection SipTrace Softphone
      SoftphoneEvent SoundTest
    `),
    'mediatel-lib/protocol': words(`
      AgentCommandName agentCommands AgentRequest AgentRequestType agentRequestTypes AgentStateName
      agentStates agentStatuses AgentStatusName CallHistoryRow DecodeResult decodeSnapshot isKnownState
      isTransientState KnownAgentCommand KnownAgentState KnownAgentStatus maskNumber parseScreenPop
      phaseOf ScreenPop ScreenPopRefusal ScreenPopResult Snapshot TimelessSnapshot
    `),
    'mediatel-lib/store': words(`
      AgentChanges AgentEvent agentFeature AudioProblem AudioProblemKind AutoLogIn CallAudio CallCodeSaving
      CallDetails CallDirection CallDisagreement CallMute CallSound CommandContext commandNames
      commandsFeature CommandsState createPauseLimitSelector DeviceInUse dialable elapsedSince EndedSipCall
      ForcePause GivenCommand initialAgentState initialCommandsState initialLinkState initialSoftphoneState
      isCallPhase isTakenOver LastRefusal LimitLevel linkFeature LinkState LocalHistory missedCallsFeature
      MissedCallsState MuteDisagreement MuteTruth NamedDisagreement NextPause NotReadyReason pauseWarning
      preloadEffects ProblemSeverity provideMediatelStore provideSupervisorFeed RecoveryAction
      recoveryCommand RecoveryFacts RefusedInvite RemoteHost selectAudioProblems selectCallLimit
      selectCommandContext selectDisagreements selectForcePause selectMute selectNextPause selectNotReady
      ServerClock serverNow SipCall SnapshotRejection softphoneFeature SoftphoneState SoundQuality
      SupervisorNote SupervisorNoteEvent TimeLeft timeLeft TimeLimit
    `),
  },
  'mediatel-lib/connection': {
    'mediatel-lib/ports': words(`
      MEDIATEL_RECONNECT_POLICY ReconnectPolicy
    `),
    'mediatel-lib/private/connection': words(`
      provideSocketConnection reconnectPolicy SocketAgentConnection SocketPresencePublisher
    `),
  },
  'mediatel-lib/protocol': {
    'mediatel-lib/hub-protocol': hubNames,
  },
  'mediatel-lib/recordings': {
    'mediatel-lib/ui': words(`
      MediatelRecordingPlayer
    `),
  },
  'mediatel-lib/softphone': {
    'mediatel-lib/ports': words(`
      MEDIATEL_SIP_RETRY_POLICY SipRetryPolicy
    `),
    'mediatel-lib/private/softphone': words(`
      JsSipSoftphone provideJsSipSoftphone sipRetryPolicy
    `),
  },
  'mediatel-lib/store': {
    'mediatel-lib/protocol': words(`
      TimelessSnapshot
    `),
  },
  'mediatel-lib/tabs': {
    'mediatel-lib/private/tabs': words(`
      provideTabs TabConnection TabSoftphone
    `),
  },
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
