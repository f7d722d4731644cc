import { noAudioFacts, type AudioFacts } from './audio/audio-facts';
import { readinessChecks, type ReadinessCheckName, type ReadinessKnowledge } from './readiness';

const well: ReadinessKnowledge = {
  audio: {
    ...noAudioFacts,
    permission: 'granted',
    microphone: { status: 'ready', label: 'Headset' },
    microphoneHeard: true,
    speakerCount: 2,
    speakerTest: 'played',
  },
  registration: { status: 'registered', otherContacts: 0 },
  connection: { status: 'connected' },
};
const heard = (audio: Partial<AudioFacts>): ReadinessKnowledge => ({ ...well, audio: { ...well.audio, ...audio } });
const failed = (failure: 'denied' | 'insecure' | 'lost'): Partial<AudioFacts> => ({
  microphone: { status: 'failed', failure, detail: 'its own words' },
});

describe('readinessChecks', () => {
  it('passes all six checks in their order', () => {
    expect(readinessChecks(well).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'permission passed',
      'device passed',
      'level passed',
      'speaker passed',
      'registration passed',
      'connection passed',
    ]);
  });

  it.each<[ReadinessCheckName, ReadinessKnowledge, string, string, string | null]>([
    ['permission', heard({ permission: 'denied', ...failed('denied') }), 'failed', 'denied', 'its own words'],
    ['permission', heard({ permission: 'unknown', ...failed('denied') }), 'failed', 'denied', 'its own words'],
    ['permission', heard(failed('insecure')), 'failed', 'insecure', 'its own words'],
    ['permission', heard({ permission: 'prompt', microphone: { status: 'asking' } }), 'waiting', 'not-asked', null],
    ['device', heard(failed('lost')), 'failed', 'lost', 'its own words'],
    ['device', heard({ microphone: { status: 'off' } }), 'waiting', 'off', null],
    ['level', heard({ microphoneHeard: false }), 'waiting', 'nothing-heard', null],
    ['level', heard({ microphoneHeard: null }), 'waiting', 'not-measured', null],
    ['level', heard(failed('lost')), 'waiting', 'no-microphone', null],
    ['speaker', heard({ speakerTest: 'untested' }), 'waiting', 'untested', null],
    ['speaker', heard({ speakerTest: 'blocked' }), 'failed', 'blocked', null],
    ['speaker', heard({ speakerTest: 'untested', speakerCount: 0 }), 'failed', 'absent', null],
    ['registration', { ...well, registration: { status: 'connecting' } }, 'waiting', 'connecting', null],
    [
      'registration',
      { ...well, registration: { status: 'rejected', sipStatus: 403, detail: '403 No' } },
      'failed',
      'rejected',
      '403 No',
    ],
    [
      'registration',
      { ...well, registration: { status: 'rejected', sipStatus: 0, detail: 'Invalid URI' } },
      'failed',
      'rejected',
      'Invalid URI',
    ],
    [
      'registration',
      { ...well, registration: { status: 'rejected', sipStatus: 0, detail: 'Failed to fetch', loaded: false } },
      'failed',
      'not-loaded',
      'Failed to fetch',
    ],
    [
      'registration',
      { ...well, registration: { status: 'waiting', retryAt: 5, detail: '1006', blocked: true } },
      'failed',
      'blocked',
      '1006',
    ],
    [
      'connection',
      { ...well, connection: { status: 'unreachable', retryAt: 5, detail: 'gone', blocked: true } },
      'failed',
      'blocked',
      'gone',
    ],
    ['connection', { ...well, connection: { status: 'unauthorised' } }, 'failed', 'unauthorised', null],
    ['connection', { ...well, connection: { status: 'connecting', attempt: 1 } }, 'waiting', 'connecting', null],
  ])('names the cause of %s', (name, known, status, cause, detail) => {
    expect(readinessChecks(known).find((check) => check.name === name)).toEqual({ name, status, cause, detail });
  });

  it('takes an open microphone as proof of a permission that the browser does not report', () => {
    expect(readinessChecks(heard({ permission: 'unknown' }))[0]?.status).toBe('passed');
  });
});
