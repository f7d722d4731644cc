import { mkdtemp, open as openReal, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { until } from 'test-kit';
import { FRAME_SAMPLES } from './frame-clock';
import { PartialWav } from './partial-wav';
import { RECORDING_CHANNELS, Recording, recordingPath } from './recording';
import { repairRecordings } from './repair-recordings';
import { readWav, wavHeader } from './wav';

const log = pino({ level: 'silent' });
const frame = (value: number) => new Int16Array(FRAME_SAMPLES).fill(value);

describe('recordings', () => {
  let directory: string;
  beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'recording-'))));
  afterEach(() => rm(directory, { recursive: true }));

  it('keeps the operator left and the customer right', async () => {
    const recording = new Recording(directory, '17', log);
    for (let at = 0; at < 120; at++) recording.write(frame(at), frame(-at));
    await recording.finish();
    const { sampleRate, channels } = readWav(await readFile(recordingPath(directory, '17')));
    const expected = Array.from({ length: 120 }, (_, at) => Array<number>(FRAME_SAMPLES).fill(at)).flat();
    expect(sampleRate).toBe(8000);
    expect(channels.map((channel) => [...channel])).toEqual([expected, expected.map((sample) => -sample || 0)]);
    expect(await readdir(directory)).toEqual(['17.wav']);
  });

  it('refuses an id that is a path', () => {
    expect(() => new Recording(directory, '../17', log)).toThrow('is not a file name');
  });

  it('gives up without failing if it cannot be written', async () => {
    const recording = new Recording(join(directory, 'missing'), '17', log);
    recording.write(frame(1), frame(2));
    await expect(recording.finish()).resolves.toBeUndefined();
  });

  /** A disk with room for this many bytes. Reports what is still open. */
  function smallDisk(room: number) {
    let left = room;
    const open = new Set<string>();
    const openFile = (async (path: string, flags: string) => {
      const file = await openReal(path, flags);
      open.add(path);
      return {
        truncate: (length: number) => file.truncate(length),
        close: () => {
          open.delete(path);
          return file.close();
        },
        write: async (bytes: Buffer, from: number, length: number, at: number) => {
          const grows = Math.max(0, at + length - (await file.stat()).size);
          if (grows > 0 && left === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          // As the system does: what fits is written.
          const taken = length - Math.max(0, grows - left);
          left -= Math.min(left, grows);
          return file.write(bytes, from, taken, at);
        },
      };
    }) as unknown as typeof openReal;
    return { open, wav: (path: string) => PartialWav.open(path, RECORDING_CHANNELS, openFile) };
  }

  it('names the stored part at once when the disk is full, closes the file, and logs it once', async () => {
    const lines: unknown[] = [];
    const log = { error: (...line: unknown[]) => void lines.push(line) } as unknown as Logger;
    const disk = smallDisk(44 + 2.5 * 32_000 + 3);
    const recording = new Recording(directory, '17', log, disk.wav);
    for (let at = 0; at < 200; at++) recording.write(frame(7), frame(8));
    // The call goes on; nobody has ended the recording.
    await until(async () => (await readdir(directory)).includes('17.wav'));
    expect(disk.open.size).toBe(0);
    for (let at = 0; at < 200; at++) recording.write(frame(7), frame(8));
    await recording.finish();
    expect(await readdir(directory)).toEqual(['17.wav']);
    const file = await readFile(recordingPath(directory, '17'));
    expect(readWav(file).channels.map((channel) => channel.length)).toEqual([20_000, 20_000]);
    expect(file.length).toBe(44 + 2.5 * 32_000);
    expect(lines).toEqual([[expect.objectContaining({ seconds: 2.5 }), 'recording failed']]);
  });

  it('leaves nothing behind if there is no room at all', async () => {
    const disk = smallDisk(10);
    const recording = new Recording(directory, '17', log, disk.wav);
    for (let at = 0; at < 60; at++) recording.write(frame(7), frame(8));
    await recording.finish();
    expect(await readdir(directory)).toEqual([]);
    expect(disk.open.size).toBe(0);
  });

  it('completes what a crash left, and removes what never began', async () => {
    const samples = Buffer.alloc(4001, 1);
    await writeFile(join(directory, '18.wav.part'), Buffer.concat([wavHeader(0, 2), samples]));
    await writeFile(join(directory, '19.wav.part'), '');
    await writeFile(join(directory, '20.wav'), 'untouched');
    await repairRecordings(directory, log);
    expect((await readdir(directory)).sort()).toEqual(['18.wav', '20.wav']);
    const file = await readFile(recordingPath(directory, '18'));
    expect(file.length).toBe(44 + 4000);
    expect(readWav(file).channels.map((channel) => channel.length)).toEqual([1000, 1000]);
  });
});
