import { type AudioDevices, type AudioFacts, noAudioDevices } from 'mediatel-lib/ports';
import type { OwnCall } from 'mediatel-lib/desk';
import type { MissedCall } from 'mediatel-lib/store';
import type { DeskScene } from './desk-scene';
import { ago, link, longCode, scene, softphone } from './scene-parts';

const headset = { deviceId: 'h', label: 'Jabra Evolve 65 TE Stereo (0b0e:030c)' };
const speakers = { deviceId: 's', label: 'Built-in Audio Analog Stereo' };
const devices: AudioDevices = {
  microphones: [headset, { deviceId: 'm', label: 'Internal Microphone' }],
  speakers: [headset, speakers],
  microphone: { chosen: headset, active: headset, missing: false },
  speaker: { chosen: null, active: headset, missing: false },
  ringer: { chosen: speakers, active: speakers, missing: false },
  speakersSelectable: true,
  volumes: { speaker: 1, ringer: 0.5 },
};
const facts: AudioFacts = {
  permission: 'granted',
  microphone: { status: 'ready', label: headset.label },
  microphoneHeard: true,
  speakerCount: 2,
  speakerTest: 'played',
  ringerTest: 'untested',
  notices: 'granted',
};
const call = (id: number, change: Partial<OwnCall> = {}): OwnCall => ({
  callTraceID: `118557426${id}`,
  number: '0661234567',
  queueName: 'DM_MFO_1',
  direction: 'outgoing',
  seenAt: ago(600 * (9 - id)),
  activeSince: ago(600 * (9 - id) - 10),
  endedAt: ago(600 * (9 - id) - 161),
  codes: ['10. Promise to pay'],
  isUnconfirmed: false,
  ...change,
});
const missed = (id: number, reason: MissedCall['reason'], change: Partial<MissedCall> = {}): MissedCall => ({
  id,
  reason,
  number: '0661234567',
  queueName: 'DM_MFO_1',
  callTraceID: '1185574264',
  forcePause: false,
  missedAt: ago(300 * (4 - id)),
  ...change,
});
const cards = [
  missed(1, { kind: 'tab-asleep', sleepDurationMs: 64_000 }, { number: null }),
  missed(2, { kind: 'no-microphone', failure: 'denied' }),
  missed(3, { kind: 'not-registered', sipStatus: 503, detail: 'Service Unavailable' }, { forcePause: true }),
];

/** Scenes of the desk's pages: empty, filled, failing. */
export const pageScenes: readonly DeskScene[] = [
  scene('readiness: all well', {}, { page: 'readiness', devices, audioFacts: facts }),
  scene(
    'readiness: to do',
    {},
    {
      page: 'readiness',
      devices: { ...devices, microphone: { chosen: headset, active: null, missing: true } },
      audioFacts: { ...facts, microphoneHeard: false, speakerTest: 'untested', notices: 'default' },
    },
  ),
  scene(
    'readiness: failing',
    {},
    {
      page: 'readiness',
      devices: noAudioDevices,
      audioFacts: {
        ...facts,
        permission: 'denied',
        microphone: { status: 'failed', failure: 'denied', detail: 'Permission denied by system' },
        microphoneHeard: false,
        speakerCount: 0,
        speakerTest: 'failed',
        notices: 'denied',
      },
      softphone: {
        ...softphone,
        microphone: { status: 'failed', failure: 'denied', detail: 'Permission denied by system' },
        registration: { status: 'rejected', sipStatus: 403, detail: 'Forbidden' },
      },
      link: {
        ...link,
        synced: false,
        connection: { status: 'unreachable', retryAt: ago(-3), detail: 'xhr poll error' },
      },
    },
  ),
  scene(
    'my calls',
    {},
    {
      page: 'calls',
      ownCalls: [
        call(1),
        call(2, { codes: [longCode, '20. Call back later'], isUnconfirmed: true, direction: 'incoming' }),
        call(3, { activeSince: null, endedAt: null, codes: ['50. No answer'] }),
        call(4, { number: null, codes: [], direction: null }),
        call(5, { number: '38066123456789012345', queueName: 'DM_Telecom_Outgoing_Evening' }),
      ],
    },
  ),
  scene('my calls: none', {}, { page: 'calls' }),
  scene('missed calls', {}, { page: 'missed', missed: cards }),
  scene('missed calls: none', {}, { page: 'missed' }),
  scene('a call was missed', {}, { missed: cards }),
  scene('shortcuts', {}, { page: 'shortcuts' }),
];
