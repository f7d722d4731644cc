import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { until } from 'test-kit';
import { recordingPath } from '../media/recording';
import { level, powerAt } from '../media/spectrum';
import { readWav } from '../media/wav';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import type { CallSound, SoundEvent } from './call-sound';
import type { Ear, EarMode } from './ear';
import { fromShared } from './shared-clock';
import { SoundRoom } from './sound-room';

/** Whole periods in a frame of 20 ms, so that no tone leaks into another one. */
const tones = { operator: 450, customer: 600, trainer: 1000, second: 1400 } as const;
type Side = keyof typeof tones;

/**
 * Whose tone is in a sound. Frame by frame: a lost frame changes a tone's phase. Frames without sound are left out: a
 * stall of the machine makes them.
 */
function whoIsIn(samples: Int16Array): Side[] {
  const frames: Int16Array[] = [];
  for (let at = 0; at + 160 <= samples.length; at += 160) {
    const frame = samples.subarray(at, at + 160);
    if (level(frame) > 100) frames.push(frame);
  }
  if (frames.length < 4) return [];
  const share = (side: Side) => frames.reduce((sum, frame) => sum + powerAt(tones[side], frame), 0) / frames.length;
  return (Object.keys(tones) as Side[]).filter((side) => share(side) > 0.05);
}

interface Call {
  readonly sound: CallSound;
  readonly events: SoundEvent[];
  readonly callTraceId: string;
  /** What is in both channels between two times. */
  recorded(from: number, to: number): Promise<{ left: Side[]; right: Side[] }>;
}

interface Trainer {
  readonly audio: FakeTabAudio;
  readonly ear: Ear;
  closed: boolean;
}

/** Whoever is not named at once is silent. */
describe('trainers in a call', () => {
  let recordingsDir: string;
  let room: SoundRoom;
  let tab: FakeTabAudio;
  let calls: number;
  const open: { close(): unknown }[] = [];

  beforeEach(async () => {
    calls = 0;
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
    const setting = {
      recordingsDir,
      iceAddress: '127.0.0.1',
      hangUpAfterMs: 300,
      mediaSilenceMs: 30_000,
      earSilenceMs: 1500,
    };
    room = new SoundRoom(setting, pino({ level: 'silent' }));
    tab = audioOf('operator');
  });

  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
    await room.close();
    await rm(recordingsDir, { recursive: true });
  });

  function audioOf(side: Side): FakeTabAudio {
    const audio = new FakeTabAudio();
    audio.toneHz = tones[side];
    open.push(audio);
    return audio;
  }

  /** A call of an operator and a scripted customer, each with their tone. */
  async function call(): Promise<Call> {
    const events: SoundEvent[] = [];
    const callTraceId = String(++calls);
    const request = { callTraceId, extension: '1001', customerNumber: '0661234501', scripted: true };
    const sound = room.open(request, (event) => events.push(event));
    open.unshift({ close: () => sound.finish() });
    await sound.acceptAnswer(await tab.answer(await sound.createOffer()));
    await tab.path();
    sound.begin();
    sound.join();
    sound.say(
      Int16Array.from({ length: 480_000 }, (_, at) => 8000 * Math.sin((2 * Math.PI * tones.customer * at) / 8000)),
    );
    await tab.hear(20);
    const began = fromShared(events.find((event) => event.what === 'recordingBegan')?.at ?? 0);
    const recorded = async (from: number, to: number) => {
      const wav = readWav(await readFile(recordingPath(recordingsDir, callTraceId)));
      const [left, right] = wav.channels.map((channel) =>
        whoIsIn(channel.subarray((from - began) * 8, (to - began) * 8)),
      );
      return { left: left ?? [], right: right ?? [] };
    };
    return { sound, events, callTraceId, recorded };
  }

  async function trainer(mode: EarMode, side: Side = 'trainer'): Promise<Trainer> {
    const audio = audioOf(side);
    const present: Trainer = {
      audio,
      ear: room.openEar('1001', mode, { closed: () => (present.closed = true) }),
      closed: false,
    };
    open.unshift(present.ear);
    await present.ear.acceptAnswer(await audio.answer(await present.ear.createOffer()));
    await audio.path();
    return present;
  }

  /** Who hears whom at this time, once what was on its way before is over. */
  async function heard(...listeners: FakeTabAudio[]) {
    await tab.hear(15);
    const from = performance.now();
    const all = await Promise.all(listeners.map(async (listener) => whoIsIn(await listener.hear(25))));
    // A late frame is recorded at the time at which it was due: the last ones may still come.
    return { all, from, to: performance.now() - 200 };
  }

  it.each([
    ['listen', ['customer'], ['operator', 'customer'], ['operator'], ['customer']],
    ['whisper', ['customer', 'trainer'], ['operator', 'customer'], ['operator'], ['customer']],
    ['customer', ['trainer'], ['operator'], ['operator'], ['trainer']],
  ] as const)('%s: operator hears %j, trainer hears %j, recorded are %j and %j', async (mode, ...expected) => {
    const { sound, recorded } = await call();
    const { audio } = await trainer(mode);
    const { all, from, to } = await heard(tab, audio);
    await sound.finish();
    const { left, right } = await recorded(from, to);
    expect([...all, left, right]).toEqual(expected);
  });

  it('leave the customer alone until their browser is connected', async () => {
    const { sound } = await call();
    const audio = audioOf('trainer');
    const ear = room.openEar('1001', 'customer', { closed: () => undefined });
    open.unshift(ear);
    const offer = await ear.createOffer();
    expect((await heard(tab)).all).toEqual([['customer']]);
    await ear.acceptAnswer(await audio.answer(offer));
    await audio.path();
    expect((await heard(tab)).all).toEqual([['trainer']]);
    await sound.finish();
  });

  it('change what they do in the middle of a call', async () => {
    const { sound, recorded } = await call();
    const { audio, ear } = await trainer('listen');
    const stages: [EarMode, Awaited<ReturnType<typeof heard>>][] = [];
    for (const mode of ['customer', 'whisper', 'listen', 'customer'] as const) {
      ear.setMode(mode);
      stages.push([mode, await heard(tab, audio)]);
    }
    await sound.finish();
    const found = [];
    for (const [mode, { all, from, to }] of stages) found.push([mode, ...all, (await recorded(from, to)).right]);
    expect(found).toEqual([
      ['customer', ['trainer'], ['operator'], ['trainer']],
      ['whisper', ['customer', 'trainer'], ['operator', 'customer'], ['customer']],
      ['listen', ['customer'], ['operator', 'customer'], ['customer']],
      ['customer', ['trainer'], ['operator'], ['trainer']],
    ]);
  });

  it('give the customer’s part back when they close', async () => {
    const { sound, events } = await call();
    const { ear } = await trainer('customer');
    expect((await heard(tab)).all).toEqual([['trainer']]);
    ear.close();
    expect((await heard(tab)).all).toEqual([['customer']]);
    expect(events.map(({ what }) => what)).not.toContain('customerHungUp');
    await sound.finish();
  });

  it('that are lost give it back too, and the call goes on', async () => {
    const { events } = await call();
    const lost = await trainer('customer');
    expect((await heard(tab)).all).toEqual([['trainer']]);
    lost.audio.close();
    await until(() => lost.closed, 'the leg is closed', 15_000);
    expect((await heard(tab)).all).toEqual([['customer']]);
    expect(events.map(({ what }) => what)).not.toContain('customerHungUp');
  });

  it('that play the customer keep a script from hanging up, also after they are gone', async () => {
    const { sound, events } = await call();
    const { ear } = await trainer('customer');
    sound.hush();
    sound.hangUp();
    expect((await heard(tab)).all).toEqual([['trainer']]);
    ear.close();
    expect((await heard(tab)).all).toEqual([[]]);
    expect(events.map(({ what }) => what)).not.toContain('customerHungUp');
  });

  it('whisper without the customer hearing it', async () => {
    const { sound, events } = await call();
    tab.toneHz = 0;
    await until(
      () => events.some((event) => event.what === 'heard' && event.event.type === 'operatorStops'),
      'silence',
    );
    const before = events.length;
    sound.hush();
    await trainer('whisper');
    await tab.untilHeardFor((heardLevel) => heardLevel > 1000, 50);
    expect(events.slice(before)).toEqual([]);
  });

  it('on hold whisper to the operator, and hear the customer, who hears music', async () => {
    const { sound, recorded } = await call();
    const { audio, ear } = await trainer('whisper');
    sound.hold(true, true);
    const whispering = await heard(tab, audio);
    ear.setMode('customer');
    const playing = await heard(tab, audio);
    await sound.finish();
    expect(whispering.all).toEqual([['trainer'], ['customer']]);
    expect(await recorded(whispering.from, whispering.to)).toEqual({ left: [], right: ['customer'] });
    expect(playing.all[0]).toEqual([]);
    expect(playing.all[1]).not.toContain('operator');
    expect(await recorded(playing.from, playing.to)).toEqual({ left: [], right: ['trainer'] });
  });

  it('do not hear a muted operator', async () => {
    const { sound } = await call();
    const { audio, ear } = await trainer('listen');
    sound.mute(true);
    expect((await heard(audio)).all).toEqual([['customer']]);
    ear.setMode('customer');
    expect((await heard(audio)).all).toEqual([[]]);
  });

  it('attend together: one plays the customer, the other whispers', async () => {
    const { sound, recorded } = await call();
    const first = await trainer('customer');
    const second = await trainer('whisper', 'second');
    const { all, from, to } = await heard(tab, first.audio, second.audio);
    expect(all).toEqual([['trainer', 'second'], ['operator'], ['operator', 'trainer']]);
    second.ear.setMode('customer');
    const later = await heard(tab, first.audio, second.audio);
    expect(later.all).toEqual([['second'], ['operator', 'second'], ['operator']]);
    second.ear.close();
    expect((await heard(tab, first.audio)).all).toEqual([['trainer'], ['operator']]);
    await sound.finish();
    expect(await recorded(from, to)).toEqual({ left: ['operator'], right: ['trainer'] });
    expect(await recorded(later.from, later.to)).toEqual({ left: ['operator'], right: ['second'] });
  });

  it('wait for a call, and stay for the next one', async () => {
    const { audio } = await trainer('listen');
    const first = await call();
    expect((await heard(audio)).all).toEqual([['operator', 'customer']]);
    await first.sound.finish();
    const second = await call();
    expect((await heard(audio)).all).toEqual([['operator', 'customer']]);
    await second.sound.finish();
  });

  it('that never speak are not lost while they listen, only when they should speak', async () => {
    await call();
    const silent = await trainer('listen');
    await silent.audio.path();
    silent.audio.isMute = true;
    await tab.hear(100);
    expect(silent.closed).toBe(false);
    silent.ear.setMode('whisper');
    await tab.hear(10);
    expect(silent.closed).toBe(false);
    await until(() => silent.closed, 'the leg is closed', 15_000);
  });

  it('refuse an answer that can’t be used', async () => {
    const ear = room.openEar('1001', 'listen', { closed: () => undefined });
    open.unshift(ear);
    expect(await ear.createOffer()).toContain('a=sendrecv');
    await expect(ear.acceptAnswer('nonsense')).rejects.toThrow('no audio in the SDP');
  });
});
