import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { until } from 'test-kit';
import type { SoundEvent } from './call-sound';
import { SoundThread } from './sound-thread';

/** A thread that the tests can end. */
class MortalThread extends SoundThread {
  async die(): Promise<void> {
    await this.worker?.terminate();
  }
}

describe('the sound thread', () => {
  let thread: MortalThread;
  let recordingsDir: string;
  let logged: { level: number; msg: string; callTraceId?: string }[];

  beforeEach(async () => {
    logged = [];
    const sink = new Writable({
      write(line: Buffer, _encoding, done) {
        logged.push(JSON.parse(line.toString()));
        done();
      },
    });
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
    const setting = { recordingsDir, iceAddress: '127.0.0.1', hangUpAfterMs: 300, mediaSilenceMs: 30_000 };
    thread = new MortalThread(setting, pino({ level: 'debug' }, sink));
  });

  afterEach(async () => {
    await thread.close();
    await rm(recordingsDir, { recursive: true });
  });

  const open = (listener: (event: SoundEvent) => void = () => undefined, scripted = false) =>
    thread.open({ callTraceId: '1', extension: '1001', customerNumber: '0661234505', scripted }, listener);
  const die = () => thread.die();

  it('makes offers, refuses an invalid answer with its reason, and writes its lines to our log', async () => {
    const sound = open();
    expect(await sound.createOffer()).toContain('m=audio');
    await expect(sound.acceptAnswer('nonsense')).rejects.toThrow('no audio in the SDP');
    sound.close();
    await sound.finish();
    expect(logged).toContainEqual(expect.objectContaining({ level: 20, msg: 'operator media', callTraceId: '1' }));
  });

  it('ends its calls when it dies, and a new one serves the next', async () => {
    const events: SoundEvent[] = [];
    const sound = open((event) => events.push(event));
    await sound.createOffer();
    const pending = sound.createOffer();
    await Promise.all([die(), expect(pending).rejects.toThrow('the sound thread is gone')]);
    expect(events).toEqual([{ what: 'failed' }]);
    await sound.finish();
    await expect(sound.createOffer()).rejects.toThrow('the sound thread is gone');
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'sound thread ended; its calls ended too' }),
    );
    const next = open();
    expect(await next.createOffer()).toContain('m=audio');
    await next.finish();
  });

  it('ends a script when it dies: what the script still says is lost, without a fault', async () => {
    const events: SoundEvent[] = [];
    const sound = open((event) => events.push(event), true);
    sound.begin();
    sound.join();
    await until(() => events.length > 0, 'the call is joined');
    const line = new Int16Array(8000).fill(1000);
    sound.say(line);
    expect(line).toHaveLength(8000);
    await die();
    sound.say(line);
    sound.hush();
    sound.setGone(true);
    sound.hangUp();
    expect(events).toEqual([{ what: 'heard', event: { type: 'joined' } }, { what: 'failed' }]);
  });

  it('opens trainers’ legs, and closes them when it dies', async () => {
    let closed = 0;
    const ear = thread.openEar('1001', 'listen', { closed: () => closed++ });
    expect(await ear.createOffer()).toContain('m=audio');
    await expect(ear.acceptAnswer('nonsense')).rejects.toThrow('no audio in the SDP');
    const other = thread.openEar('1001', 'listen', { closed: () => closed++ });
    other.close();
    await expect(other.createOffer()).rejects.toThrow('the leg is closed');
    await die();
    expect(closed).toBe(1);
    ear.setMode('whisper');
    ear.close();
    await expect(ear.createOffer()).rejects.toThrow('the sound thread is gone');
    expect(await thread.openEar('1001', 'listen', { closed: () => closed++ }).createOffer()).toContain('m=audio');
  });

  it('closes before it has fully started, and after it has died', async () => {
    await thread.close();
    thread = new MortalThread({ recordingsDir, hangUpAfterMs: 1, mediaSilenceMs: 1 }, pino({ level: 'silent' }));
    await die();
    await expect(thread.close()).resolves.toBeUndefined();
  });
});
