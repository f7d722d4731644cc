import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { until } from 'test-kit';
import type { LineCondition } from '../media/line';
import { wavHeader } from '../media/wav';
import type { CallSound, Sounds } from './call-sound';
import type { Ear, EarMode } from './ear';
import { SoundThreads } from './sound-threads';

/** A thread that notes what it gets. */
class NotedThread implements Sounds {
  readonly extensions: string[] = [];
  readonly lines: string[] = [];
  readonly ears: string[] = [];
  closed = false;

  constructor(readonly die: (traceIds: readonly string[]) => void) {}

  open({ extension }: { readonly extension: string }): CallSound {
    this.extensions.push(extension);
    return {} as CallSound;
  }

  openEar(extension: string, mode: EarMode): Ear {
    this.ears.push(`${extension} ${mode}`);
    return {} as Ear;
  }

  degradeLine(extension: string, { lossPercent }: LineCondition): void {
    this.lines.push(`${extension} ${lossPercent}`);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

describe('the sound threads', () => {
  const half = Buffer.concat([wavHeader(0, 2), Buffer.alloc(320)]);
  let recordingsDir: string;
  let started: NotedThread[];
  let threads: SoundThreads;

  beforeEach(async () => {
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
    await writeFile(join(recordingsDir, '7.wav.part'), half);
    started = [];
    threads = new SoundThreads(
      { recordingsDir, hangUpAfterMs: 300, mediaSilenceMs: 30_000 },
      2,
      pino({ level: 'silent' }),
      (onLost) => started[started.push(new NotedThread(onLost)) - 1]!,
    );
    await until(async () => (await readdir(recordingsDir)).includes('7.wav'), 'the last run’s recording is completed');
  });

  afterEach(async () => {
    await threads.close();
    await rm(recordingsDir, { recursive: true });
  });

  const call = (extension: string): CallSound =>
    threads.open({ callTraceId: '1', extension, customerNumber: '0661234505', scripted: false }, () => undefined);
  const line = (extension: string, lossPercent: number): void =>
    threads.degradeLine(extension, { lossPercent, delayMs: 0, jitterMs: 0 });

  it('gives a new operator the thread that has the fewest, and keeps them there', () => {
    expect(started).toHaveLength(1);
    for (const extension of ['1001', '1002', '1003', '1001', '1002']) call(extension);
    expect(started.map(({ extensions }) => extensions)).toEqual([
      ['1001', '1003', '1001'],
      ['1002', '1002'],
    ]);
  });

  it('degrades the line in the operator’s own thread, also one that starts later', () => {
    line('1002', 10);
    call('1001');
    call('1002');
    line('1001', 20);
    line('1002', 30);
    expect(started.map(({ lines }) => lines)).toEqual([['1001 20'], ['1002 10', '1002 30']]);
  });

  it('opens a trainer’s leg in the operator’s thread, also before the first call', () => {
    call('1001');
    threads.openEar('1002', 'listen', { closed: () => undefined });
    call('1002');
    threads.openEar('1001', 'whisper', { closed: () => undefined });
    expect(started.map(({ ears, extensions }) => ({ ears, extensions }))).toEqual([
      { ears: ['1001 whisper'], extensions: ['1001'] },
      { ears: ['1002 listen'], extensions: ['1002'] },
    ]);
  });

  it('completes the recordings of a thread that died, and of no other', async () => {
    call('1001');
    call('1002');
    for (const id of ['8', '9']) await writeFile(join(recordingsDir, `${id}.wav.part`), half);
    started[1]!.die(['9']);
    await threads.close();
    expect((await readdir(recordingsDir)).sort()).toEqual(['7.wav', '8.wav.part', '9.wav']);
    expect(started.every(({ closed }) => closed)).toBe(true);
  });
});
