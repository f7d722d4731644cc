import { type AgentState, type SoftphoneState, initialLinkState } from 'mediatel-lib/store';
import { type DeskScene, sceneNow } from './desk-scene';
import {
  clerical,
  dayCalls,
  inCall,
  inPhase,
  link,
  longCode,
  onPhone,
  scene,
  sip,
  softphone,
  supervisorsMessage,
  supervisorsPause,
  talking,
} from './scene-parts';

const longCodes: Partial<AgentState> = {
  ...clerical,
  multipleCallCodeAllow: true,
  availableCallCodes: [
    { id: '1', name: `99. ${longCode}`, actionFlag: '0' },
    ...Array.from({ length: 24 }, (_, index) => ({
      id: `c${index}`,
      name: `${10 + index}. Код результату ${index + 1}`,
      actionFlag: '0',
    })),
  ],
};

const longName = 'Олександра-Вікторія Михайлівна Непийпиво-Перебийніс-Задорожна';
const longQueue = 'DM_Telecom_Outgoing_Evening_Second_Reminder_2026';
const named = (callerName: string | null): SoftphoneState => ({ ...onPhone, call: { ...sip, callerName } });

/** Scenes of the operator's states and of their problems. */
export const stateScenes: readonly DeskScene[] = [
  scene('available', {}, { ownCalls: dayCalls }),
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
  scene(
    'ringing at the customer',
    { ...inCall, ...inPhase('delivered', 'STATE_CALL_DELIVERED', 4) },
    { softphone: { ...softphone, call: { ...sip, callerName: null } } },
  ),
  scene('in a call', talking, { softphone: onPhone }),
  scene('long name', { ...talking, queueName: longQueue }, { softphone: named(longName) }),
  scene('name from right to left', talking, { softphone: named('שלומית בן־דוד 3.') }),
  scene('no name', talking, { softphone: named(null) }),
  scene('muted', { ...talking, maxCallDuration: null }, { softphone: { ...onPhone, call: { ...sip, muted: true } } }),
  scene('on hold', { ...inCall, ...inPhase('held', 'STATE_HOLD', 20), mute: false }, { softphone: onPhone }),
  scene('no audio', talking, { softphone: { ...softphone, reconciledAt: sceneNow + 9e9 } }),
  scene('playback blocked', talking, { softphone: { ...onPhone, playback: { status: 'blocked' } } }),
  scene('clerical', clerical, { clericalSeconds: 30 }),
  scene('clerical, long', longCodes, { clericalSeconds: 5, codeIds: ['1', 'c3'], note: 'Передзвонити після 18:00' }),
  scene('clerical, open desk', clerical, {
    layout: 'open',
    clericalSeconds: 30,
    codeIds: ['4'],
    note: 'Pays on Friday',
  }),
  scene('pause', { ...inPhase('paused', 'STATE_PAUSE', 734), pauseId: '1' }),
  scene('unknown state', inPhase('unknown', 'STATE_TRANSFER_CONSULTATION', 12)),
  scene('a supervisor’s pause', inPhase('paused', 'STATE_PAUSE', 5), { notes: [supervisorsPause] }),
  scene('a supervisor’s messages, a problem', talking, {
    softphone: { ...onPhone, playback: { status: 'blocked' } },
    notes: [supervisorsMessage, supervisorsPause],
  }),
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
  scene('call failed', { callsSeen: 1, callErrorID: '-106', callErrorText: 'Number is not in service' }),
  scene('phone in another tab', {}, { tab: { status: 'following', foreign: false, silent: false } }),
  scene('call in another tab', talking, { tab: { status: 'following', foreign: false, silent: false } }),
  scene('clerical dialog', clerical, { isHidden: true, clericalSeconds: 30, codeIds: ['13'] }),
  scene('clerical dialog, long', longCodes, {
    isHidden: true,
    clericalSeconds: 5,
    codeIds: ['1', 'c3'],
    note: 'Передзвонити після 18:00',
  }),
  scene('40 pauses', {
    pauseList: Array.from({ length: 40 }, (_, index) => ({
      id: `${index}`,
      name: `Перерва ${index + 1}: ${index % 3 ? 'навчання' : longCode}`,
    })),
  }),
];
