import type { CallMediaFlow, MediaFlowState } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { selectAudioProblems } from './audio-selectors';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

const heard: MediaFlowState = { audibility: 'heard', reason: null };
const proof = (change: Partial<CallMediaFlow>): CallMediaFlow => ({
  outgoing: heard,
  incoming: heard,
  received: true,
  ...change,
});
const rated = {
  ...{
    mos: 2.4,
    roundTrip: 420,
    jitter: 5,
    bufferDelay: 60,
    packetsLost: 0,
    lossShare: 0,
    concealedShare: 0,
    sent: null,
  },
};

async function inCall() {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  return { harness, problems: harness.store.selectSignal(selectAudioProblems) };
}

const silent = (reason: MediaFlowState['reason']): MediaFlowState => ({ audibility: 'silent', reason });

const table: readonly (readonly [string, Partial<CallMediaFlow>, readonly (readonly [string, string | null])[]])[] = [
  ['both heard', {}, []],
  ['muted by oneself', { outgoing: silent('muted') }, []],
  ['on hold', { outgoing: silent('held'), incoming: silent('held') }, []],
  [
    'a browser that measures no level',
    {
      outgoing: { audibility: 'unknown', reason: 'unmeasured' },
      incoming: { audibility: 'unknown', reason: 'unmeasured' },
    },
    [],
  ],
  ['nobody speaks', { outgoing: silent('quiet'), incoming: silent('quiet') }, []],
  ['the headset’s key', { outgoing: silent('system-muted') }, [['muted-by-system', null]]],
  ['zeros', { outgoing: silent('digital-silence') }, [['silent-microphone', null]]],
  ['unplugged', { outgoing: silent('track-ended') }, [['microphone-gone', 'reopenMicrophone']]],
  ['nothing leaves', { outgoing: silent('no-packets') }, [['nothing-sent', 'hangUp']]],
  ['nothing arrives there', { outgoing: silent('not-received') }, [['not-received', 'hangUp']]],
  ['sound blocked', { incoming: silent('playback-blocked') }, [['playback-blocked', 'unlockPlayback']]],
  [
    'both ways cut, the worst first',
    { outgoing: silent('digital-silence'), incoming: silent('no-packets') },
    [
      ['nothing-received', 'hangUp'],
      ['silent-microphone', null],
    ],
  ],
];

beforeAll(preloadEffects);

describe('audio problems', () => {
  it.each(table)('%s', async (_what, change, expected) => {
    const { harness, problems } = await inCall();
    harness.softphone.prove(proof(change));
    expect(problems().map(({ kind, recovery }) => [kind, recovery?.type ?? null])).toEqual(expected);
  });

  it('list a poor line as a warning, after everything that is not heard at all', async () => {
    const { harness, problems } = await inCall();
    harness.softphone.rate({ ...rated, rating: 'poor', alarms: ['round-trip', 'mos'] });
    harness.softphone.report({ type: 'playbackChanged', playback: { status: 'blocked' } });
    expect(problems().map(({ kind, severity }) => [kind, severity])).toEqual([
      ['playback-blocked', 'error'],
      ['poor-quality', 'warning'],
    ]);
    expect(harness.state.softphone.sound.quality).toEqual({ rating: 'poor', alarms: ['round-trip', 'mos'], mos: 2.4 });
  });

  it('end with the call', async () => {
    const { harness, problems } = await inCall();
    harness.softphone.prove(proof({ outgoing: silent('no-packets') }));
    harness.softphone.mute(true, 'system');
    expect(problems()).toHaveLength(2);
    harness.softphone.end();
    expect(problems()).toEqual([]);
    harness.softphone.invite('b');
    expect(harness.state.softphone.sound).toEqual({ muteCause: null, proof: null, quality: null });
  });

  it('are searched from the start of the conversation on', async () => {
    const { harness } = await inCall();
    expect(harness.softphone.executedOf('proveAudio')).toEqual([{ type: 'proveAudio', callId: 'a' }]);
  });
});

it('devices are chosen and tested by command, and are in the state once they change', async () => {
  const { harness } = await inCall();
  harness.softphone.plug(['Headset', 'Built-in'], ['Headset']);
  harness.dispatch(CommandActions.chooseDevice({ use: 'microphone', deviceId: 'Built-in' }));
  harness.dispatch(CommandActions.testSound({ use: 'ringer' }));
  harness.dispatch(CommandActions.allowNotices());
  const device = { deviceId: 'Built-in', label: 'Built-in' };
  expect(harness.state.softphone.devices).toEqual({ microphone: { device, cause: 'chosen' } });
  expect(harness.softphone.executed.slice(-2)).toEqual([
    { type: 'testSound', use: 'ringer' },
    { type: 'allowNotices' },
  ]);
});
