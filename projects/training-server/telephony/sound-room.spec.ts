import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { recordingPath } from '../media/recording';
import { level, toneShare } from '../media/spectrum';
import { readWav } from '../media/wav';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import type { CallSound } from './call-sound';
import { fromShared } from './shared-clock';
import { SoundRoom } from './sound-room';

/** Sounds in the test of the recording's time. */
const TONES = 5;

const loud = (heard: number) => heard > 200;

/** The tab speaks in the same thread that makes the sound: if that thread is delayed, both are delayed alike. */
describe('a room for sound', () => {
  const callTraceId = '1';
  let recordingsDir: string;
  let room: SoundRoom;
  let tab: FakeTabAudio;
  /** When the recording began. */
  let began: number;

  beforeEach(async () => {
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
    const setting = { recordingsDir, iceAddress: '127.0.0.1', hangUpAfterMs: 300, mediaSilenceMs: 30_000 };
    room = new SoundRoom(setting, pino({ level: 'silent' }));
    tab = new FakeTabAudio();
    tab.toneHz = 440;
  });

  afterEach(async () => {
    tab.close();
    await room.close();
    await rm(recordingsDir, { recursive: true });
  });

  /** A call with its audio path up. If the handshake runs out of tries on a busy machine, another call is opened. */
  async function joined(scripted = false): Promise<CallSound> {
    for (;;) {
      const request = { callTraceId, extension: '1001', customerNumber: '0661234505', scripted };
      let failed: () => void = () => undefined;
      const failure = new Promise<'failed'>((resolve) => (failed = () => resolve('failed')));
      const sound = room.open(request, (event) => {
        if (event.what === 'recordingBegan') began = event.at;
        if (event.what === 'pathChanged' && event.state === 'failed') failed();
      });
      await sound.acceptAnswer(await tab.answer(await sound.createOffer()));
      if ((await Promise.race([tab.path(), failure])) === 'connected') {
        sound.begin();
        sound.join();
        return sound;
      }
      await sound.finish();
    }
  }

  it('has each sound at its time in the recording, also after its thread stood still for long', async () => {
    const sound = await joined(true);
    await tab.untilHeard(() => true);
    const saidAt: number[] = [];
    for (let line = 0; line < TONES; line++) {
      for (const until = performance.now() + 600; performance.now() < until;);
      // The clock looks what time it is.
      await tab.untilHeard(() => true);
      saidAt.push(performance.now());
      sound.say(new Int16Array(800).fill(5000 + line));
      await tab.untilHeard(loud);
      await tab.untilHeardFor((heard) => heard === 0, 3);
    }
    await sound.finish();
    const [, right = new Int16Array()] = readWav(await readFile(recordingPath(recordingsDir, callTraceId))).channels;
    const errors = saidAt.map((at, line) => Math.abs(right.indexOf(5000 + line) / 8 - (at - fromShared(began))));
    // A busy machine delays one tone or another, but not most of them.
    expect(errors.sort((one, other) => one - other)[Math.floor(TONES / 2)]).toBeLessThan(40);
  }, 60_000);

  it.each([150, 600])(
    'records to the end, although its thread stood still before it (%d ms)',
    async (ms) => {
      const sound = await joined();
      await tab.untilHeard(loud);
      for (const until = performance.now() + ms; performance.now() < until;);
      const lasted = performance.now() - fromShared(began);
      await sound.finish();
      const [left = []] = readWav(await readFile(recordingPath(recordingsDir, callTraceId))).channels;
      expect(Math.abs(left.length / 8 - lasted)).toBeLessThan(60);
    },
    60_000,
  );

  it('records everything that the operator said, although its thread was stopped now and then', async () => {
    const sound = await joined();
    await tab.untilHeard(loud);
    for (let stall = 0; stall < 4; stall++) {
      for (let frame = 0; frame < 25; frame++) await tab.untilHeard(() => true);
      for (const until = performance.now() + 150; performance.now() < until;);
    }
    await sound.finish();
    const [left = new Int16Array(), right = new Int16Array()] = readWav(
      await readFile(recordingPath(recordingsDir, callTraceId)),
    ).channels;
    // A machine that stops both for longer puts silence into both channels: nobody spoke then. The echo tells it from
    // speech that was lost.
    const isStall = (_: number, at: number): boolean => {
      const frame = at - (at % 160);
      return !left.subarray(frame, frame + 160).some(Boolean) && !right.subarray(frame, frame + 160).some(Boolean);
    };
    const lived = left.filter((sample, at) => !isStall(sample, at));
    expect(toneShare(440, lived.subarray(lived.length / 4))).toBeGreaterThan(0.8);
    expect(level(right)).toBeGreaterThan(100);
  }, 60_000);
});
