import type { CallMediaFlow, CallQuality } from 'mediatel-lib/ports';
import type { CallHistoryRow } from 'mediatel-lib/protocol';
import { type SoftphoneState, initialCommandsState } from 'mediatel-lib/store';
import type { DeskScene } from './desk-scene';
import {
  ago,
  clerical,
  inCall,
  inPhase,
  longCode,
  onPhone,
  pauseList,
  scene,
  sip,
  softphone,
  talking as nearItsEnd,
} from './scene-parts';

const talking = { ...nearItsEnd, maxCallDuration: 600 };
const heard: CallMediaFlow['outgoing'] = { audibility: 'heard', reason: null };
const proof = (change: Partial<CallMediaFlow> = {}): CallMediaFlow => ({
  outgoing: heard,
  incoming: heard,
  received: true,
  ...change,
});
const sounding = (sound: Partial<SoftphoneState['sound']>): SoftphoneState => ({
  ...onPhone,
  sound: { muteCause: null, proof: proof(), quality: { rating: 'good', alarms: [], mos: 4.3 }, ...sound },
});
const quality: CallQuality = {
  callId: 'a1',
  mos: 4.3,
  roundTrip: 48,
  jitter: 3,
  bufferDelay: 40,
  packetsLost: 2,
  lossShare: 0,
  concealedShare: 0,
  sent: null,
  rating: 'good',
  alarms: [],
};
const history: readonly CallHistoryRow[] = [
  { date: '2021-03-20 10:12', operator: 'Koval O.', result: '50. No answer', RESERVED_7: '0' },
  { date: '2021-03-18 17:40', operator: 'Bondar I.', result: longCode, RESERVED_7: '' },
  { date: '2021-03-11 09:02', operator: 'Shevchuk T.', result: '10. Promise to pay', comment: 'Pays on Friday' },
];

/** Scenes of calls, their audio, and what follows them. */
export const callScenes: readonly DeskScene[] = [
  scene('heard both ways', talking, { softphone: sounding({}), quality }),
  scene('sound not proved yet', talking, {
    softphone: sounding({
      proof: proof({
        outgoing: { audibility: 'proving', reason: null },
        incoming: { audibility: 'proving', reason: null },
      }),
      quality: null,
    }),
  }),
  scene('microphone sends silence', talking, {
    softphone: sounding({ proof: proof({ outgoing: { audibility: 'silent', reason: 'digital-silence' } }) }),
    quality,
  }),
  scene('nothing from the customer', talking, {
    softphone: sounding({ proof: proof({ incoming: { audibility: 'no-packets', reason: 'no-packets' } }) }),
    quality: { ...quality, rating: 'fair', mos: 3.4 },
  }),
  scene('call coming back', talking, { softphone: { ...onPhone, call: { ...sip, isReturning: true } } }),
  scene(
    'call coming back without sound',
    { ...talking, ...inPhase('held', 'STATE_HOLD', 4) },
    {
      softphone: {
        ...sounding({
          proof: proof({
            outgoing: { audibility: 'no-packets', reason: 'no-packets' },
            incoming: { audibility: 'no-packets', reason: 'no-packets' },
          }),
          quality: null,
        }),
        call: { ...sip, isReturning: true },
      },
    },
  ),
  scene('poor line', talking, {
    softphone: sounding({ quality: { rating: 'poor', alarms: ['jitter'], mos: 2.4 } }),
    quality: { ...quality, rating: 'poor', mos: 2.4, jitter: 62, lossShare: 0.08, alarms: ['jitter'] },
  }),
  scene('call ends soon', { ...nearItsEnd, callActiveSince: ago(158) }, { softphone: sounding({}), quality }),
  scene(
    'mute disagrees',
    { ...talking, mute: true, muteReceivedAt: ago(60) },
    {
      softphone: { ...sounding({}), reconciledAt: ago(0) },
      quality,
    },
  ),
  scene(
    'consulting on hold',
    { ...inCall, maxCallDuration: 600, ...inPhase('held', 'STATE_HOLD_MAKECALL_PROGRESS', 64) },
    {
      softphone: sounding({}),
      quality,
    },
  ),
  scene('keys', { ...talking, state: 'STATE_DIALPAD' }, { softphone: sounding({}), quality }),
  scene('earlier contacts', { ...talking, callHistory: history }, { softphone: sounding({}), quality }),
  scene('in a call, next pause', talking, {
    softphone: sounding({}),
    quality,
    commands: { ...initialCommandsState, nextPause: { pauseId: '1', sent: true } },
  }),
  scene('force pause', {
    ...inPhase('paused', 'STATE_PAUSE', 40),
    pauseId: '99',
    pauseList: [...pauseList, { id: '99', name: 'Force Pause' }],
  }),
  scene(
    'pause near its limit',
    { ...inPhase('paused', 'STATE_PAUSE', 1770), pauseId: '3' },
    { pauseLimits: { Lunch: 1800 } },
  ),
  scene(
    'pause over its limit',
    { ...inPhase('paused', 'STATE_PAUSE', 2004), pauseId: '3' },
    { pauseLimits: { Lunch: 1800 } },
  ),
  scene('phone did not answer', { callsSeen: 1, callErrorID: '-223', callErrorText: 'No Answer from agent' }),
  scene(
    'calls can’t come',
    {},
    {
      softphone: {
        ...softphone,
        notReady: 'not-registered',
        registration: { status: 'waiting', retryAt: ago(-3), detail: '503 Service Unavailable' },
      },
    },
  ),
  scene(
    'code not confirmed',
    {},
    {
      commands: {
        ...initialCommandsState,
        callCodeSaving: { callTraceID: '1185574264', callNumber: 1, codeIds: ['4'], status: 'unconfirmed' },
      },
    },
  ),
  scene('wide', {}, { layout: 'wide', number: '+380661234567' }),
  scene(
    'wide, in a call',
    { ...talking, callHistory: history },
    { layout: 'wide', softphone: sounding({}), quality, note: 'Pays on Friday' },
  ),
  scene('wide, clerical', clerical, { layout: 'wide', clericalSeconds: 30, codeIds: ['4'] }),
  scene(
    'floating',
    { ...talking },
    { layout: 'floating', softphone: { ...sounding({}), call: { ...sip, muted: true } } },
  ),
];
