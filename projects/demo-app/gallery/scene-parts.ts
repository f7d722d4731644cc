import type { OwnCall } from 'mediatel-lib/desk';
import {
  type AgentState,
  type LinkState,
  type SipCall,
  type SoftphoneState,
  type SupervisorNote,
  initialAgentState,
  initialCommandsState,
  initialLinkState,
  initialSoftphoneState,
} from 'mediatel-lib/store';
import type { PauseReason } from 'mediatel-lib/protocol';
import { type DeskScene, sceneNow } from './desk-scene';

export const ago = (seconds: number): number => sceneNow - seconds * 1000;

export const pauseList: readonly PauseReason[] = [
  { id: '6', name: 'Agent Survey' },
  { id: '102', name: 'Online chat' },
  { id: '1', name: 'Talk with Supervisor' },
  { id: '3', name: 'Lunch' },
  { id: '9', name: 'Technical Error' },
];

const callCodes = [
  { id: '4', name: '10. Promise to pay', actionFlag: '0' },
  { id: '13', name: '50. No answer', actionFlag: '2' },
  { id: '14', name: '51. Busy', actionFlag: '2' },
  { id: '17', name: '20. Call back later', actionFlag: '0' },
  { id: '21', name: '30. Wrong number', actionFlag: '0' },
  { id: '22', name: '31. Refuses to talk', actionFlag: '0' },
];

export const longCode = 'Клієнт обіцяє сплатити частково після отримання зарплати 15-го';

export const sip: SipCall = {
  callId: 'a1',
  callerNumber: null,
  callerName: 'Olena Kovalchuk',
  invitedAt: ago(160),
  answeredAt: ago(159),
  microphoneOpenedAt: ago(159),
  muted: false,
  mutedAt: ago(159),
};

export const link: LinkState = {
  ...initialLinkState,
  session: { status: 'signedIn', user: 'agent1', extension: '1001' },
  connection: { status: 'connected' },
  synced: true,
};
export const softphone: SoftphoneState = {
  ...initialSoftphoneState,
  registration: { status: 'registered', otherContacts: 0 },
  microphone: { status: 'ready', label: 'Jabra Evolve 65' },
  playback: { status: 'idle' },
};
const idle: AgentState = {
  ...initialAgentState,
  known: true,
  state: 'STATE_IDLE',
  status: 'available',
  phase: 'available',
  knownPhase: 'available',
  clock: { serverTime: sceneNow, receivedAt: sceneNow },
  time: ago(252),
  phaseSince: ago(252),
  availableCommand: ['CMD_MAKECALL', 'CMD_PAUSE', 'CMD_LOGOUT', 'CMD_PREDICTIVE'],
  queues: ['DM_Banks_Manual', 'DM_MFO_1', 'DM_Telecom_Outgoing_Evening'],
  pauseList,
  availableCallCodes: callCodes,
};
export const inCall: Partial<AgentState> = {
  callNumber: 1,
  callsSeen: 1,
  ani: '0661234567',
  queueName: 'DM_MFO_1',
  callCustomerID: '39553609',
  callTraceID: '1185574264',
  knownCallTraceID: '1185574264',
  callDirection: 'outgoing',
  maxCallDuration: 180,
  callActiveSince: ago(151),
  availableCommand: ['CMD_PAUSE', 'CMD_HOLDCALL', 'CMD_MUTE', 'CMD_EXIT'],
};
export const inPhase = (phase: AgentState['phase'], state: string, since: number): Partial<AgentState> => ({
  phase,
  knownPhase: phase,
  state,
  time: ago(since),
  phaseSince: ago(since),
});
/** Calls of the day, each with its after-call work. */
export const dayCalls: readonly OwnCall[] = [1, 2, 3, 4, 5, 6, 7].map((call) => ({
  callTraceID: `118557400${call}`,
  number: '0661234567',
  queueName: 'DM_MFO_1',
  direction: 'outgoing',
  seenAt: ago(4000 - 500 * call),
  activeSince: ago(3990 - 500 * call),
  endedAt: ago(3700 - 500 * call),
  finishedAt: ago(3662 - 500 * call),
  codes: ['10. Promise to pay'],
  isUnconfirmed: false,
}));
const recent = ['0667654321', '+380441234567', '0501112233', '0939876543'];

export const scene = (
  name: string,
  agent: Partial<AgentState> = {},
  more: Partial<Omit<DeskScene, 'name' | 'agent'>> = {},
): DeskScene => ({
  name,
  agent: { ...idle, ...agent },
  link,
  softphone,
  commands: initialCommandsState,
  recent,
  ...more,
});
const chief = { from: 'supervisor1', name: 'Halyna Ostapenko' };
export const supervisorsPause: SupervisorNote = {
  ...chief,
  id: 'n1',
  request: { kind: 'takePause', pause: 'Meeting' },
  outcome: 'sent',
};
export const supervisorsMessage: SupervisorNote = {
  ...chief,
  id: 'n2',
  request: { kind: 'message', text: 'Please offer the new plan to everybody who pays today' },
  outcome: null,
};
export const talking = { ...inCall, ...inPhase('talking', 'STATE_CALL_ACTIVE', 151) };
export const clerical = { ...inCall, ...inPhase('clerical', 'STATE_CLERICAL', 9), callActiveSince: null };
export const onPhone: SoftphoneState = { ...softphone, call: sip, playback: { status: 'playing' } };
