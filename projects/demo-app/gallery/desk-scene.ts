import {
  type AgentState,
  type CommandsState,
  type LinkState,
  type SipCall,
  type SoftphoneState,
  initialAgentState,
  initialCommandsState,
  initialLinkState,
  initialSoftphoneState,
} from 'mediatel-lib/store';
import type { PauseReason } from 'mediatel-lib/protocol';

/** An operator's whole state, standing still for its picture. Server and monotonic clock both stand at `sceneNow`. */
export interface DeskScene {
  readonly name: string;
  readonly agent: AgentState;
  readonly link: LinkState;
  readonly softphone: SoftphoneState;
  readonly commands: CommandsState;
  readonly number?: string;
  readonly note?: string;
  readonly codeIds?: readonly string[];
  readonly recent?: readonly string[];
  readonly clericalSeconds?: number;
  readonly layout?: 'docked' | 'open';
  readonly signInForm?: boolean;
  readonly aside?: boolean;
}

export const sceneNow = 1_616_666_470_000;
const ago = (seconds: number): number => sceneNow - seconds * 1000;

const pauseList: readonly PauseReason[] = [
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

const sip: SipCall = {
  callId: 'a1',
  callerNumber: null,
  callerName: null,
  invitedAt: ago(160),
  answeredAt: ago(159),
  microphoneOpenedAt: ago(159),
  muted: false,
  mutedAt: ago(159),
};

const link: LinkState = {
  ...initialLinkState,
  session: { status: 'signedIn', user: 'agent1', extension: '1001' },
  connection: { status: 'connected' },
  synced: true,
};
const softphone: SoftphoneState = {
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
  availableCommand: ['CMD_MAKECALL', 'CMD_PAUSE', 'CMD_LOGOUT', 'CMD_PREDICTIVE'],
  queues: ['DM_Banks_Manual', 'DM_MFO_1', 'DM_Telecom_Outgoing_Evening'],
  pauseList,
  availableCallCodes: callCodes,
};
const inCall: Partial<AgentState> = {
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
const inPhase = (phase: AgentState['phase'], state: string, since: number): Partial<AgentState> => ({
  phase,
  knownPhase: phase,
  state,
  time: ago(since),
});
const recent = ['0667654321', '+380441234567', '0501112233', '0939876543'];

const scene = (
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
const talking = { ...inCall, ...inPhase('talking', 'STATE_CALL_ACTIVE', 151) };
const clerical = { ...inCall, ...inPhase('clerical', 'STATE_CLERICAL', 9), callActiveSince: null };
const onPhone: SoftphoneState = { ...softphone, call: sip, playback: { status: 'playing' } };

export const deskScenes: readonly DeskScene[] = [
  scene('available'),
  scene('number typed', {}, { number: '+380661234567' }),
  scene('20 digits', {}, { number: '38066123456789012345' }),
  scene('first day', { queues: [], pauseList: [] }, { recent: [] }),
  scene('dialling', {
    ...inCall,
    ...inPhase('dialing', 'STATE_MAKECALL_REQUEST', 3),
    callTraceID: null,
    knownCallTraceID: null,
  }),
  scene(
    'ringing',
    { ...inCall, ...inPhase('delivered', 'STATE_CALL_DELIVERED', 1), callDirection: 'incoming', callWaitDuration: 47 },
    { softphone: { ...softphone, call: { ...sip, answeredAt: null } } },
  ),
  scene('in a call', talking, { softphone: onPhone }),
  scene('muted', { ...talking, maxCallDuration: null }, { softphone: { ...onPhone, call: { ...sip, muted: true } } }),
  scene('on hold', { ...inCall, ...inPhase('held', 'STATE_HOLD', 20), mute: false }, { softphone: onPhone }),
  scene('no audio', talking, { softphone: { ...softphone, reconciledAt: sceneNow + 9e9 } }),
  scene('playback blocked', talking, { softphone: { ...onPhone, playback: { status: 'blocked' } } }),
  scene('next pause', talking, {
    softphone: onPhone,
    commands: { ...initialCommandsState, nextPause: { pauseId: '1', sent: true } },
  }),
  scene('clerical, put aside', clerical, { aside: true, clericalSeconds: 30 }),
  scene('clerical, open desk', clerical, {
    layout: 'open',
    clericalSeconds: 30,
    codeIds: ['4'],
    note: 'Pays on Friday',
  }),
  scene('pause', { ...inPhase('paused', 'STATE_PAUSE', 734), pauseId: '1', number: null } as Partial<AgentState>),
  scene('logged out', { ...inPhase('loggedOut', 'STATE_LOGOUT', 60), availableCommand: ['CMD_LOGIN'] }),
  scene(
    'starting',
    { known: false },
    {
      link: { ...link, synced: false },
      softphone: { ...softphone, registration: { status: 'registering' }, microphone: { status: 'asking' } },
    },
  ),
  scene('sign-in', {}, { link: initialLinkState, signInForm: true }),
  scene(
    'sign-in failed',
    {},
    {
      link: {
        ...initialLinkState,
        session: { status: 'failed', failure: { reason: 'wrong-credentials', detail: '' } },
      },
      signInForm: true,
    },
  ),
  scene(
    'offline',
    {},
    {
      link: {
        ...link,
        synced: false,
        connection: { status: 'unreachable', retryAt: sceneNow + 3000, detail: 'xhr poll error' },
      },
      number: '0661234567',
    },
  ),
  scene('unauthorised', {}, { link: { ...link, synced: false, connection: { status: 'unauthorised' } } }),
  scene('farm full', {}, { link: { ...link, agentUnavailable: true } }),
  scene(
    'microphone denied',
    {},
    { softphone: { ...softphone, microphone: { status: 'failed', failure: 'denied', detail: 'Permission denied' } } },
  ),
  scene(
    'not registered',
    {},
    {
      softphone: {
        ...softphone,
        registration: { status: 'waiting', retryAt: sceneNow + 3000, detail: '503 Service Unavailable' },
      },
    },
  ),
  scene('call failed', { callErrorID: '-223', callErrorText: 'No Answer from agent' }),
  scene('unknown state', { ...inPhase('unknown', 'STATE_TRANSFER_CONSULT', 12) }),
  scene('clerical dialog', clerical, { clericalSeconds: 30, codeIds: ['13'] }),
  scene(
    'clerical dialog, long',
    {
      ...clerical,
      multipleCallCodeAllow: true,
      availableCallCodes: [
        { id: '1', name: longCode, actionFlag: '0' },
        ...Array.from({ length: 24 }, (_, index) => ({
          id: `c${index}`,
          name: `${10 + index}. Код результату ${index + 1}`,
          actionFlag: '0',
        })),
      ],
    },
    { clericalSeconds: 5, codeIds: ['1', 'c3'], note: 'Передзвонити після 18:00' },
  ),
  scene('40 pauses', {
    pauseList: Array.from({ length: 40 }, (_, index) => ({
      id: `${index}`,
      name: `Перерва ${index + 1}: ${index % 3 ? 'навчання' : longCode}`,
    })),
  }),
];
