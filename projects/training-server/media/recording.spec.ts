import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { FRAME_SAMPLES } from './frame-clock';
import { Recording, recordingPath } from './recording';
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

  it('takes no id that leads elsewhere', () => {
    expect(() => new Recording(directory, '../17', log)).toThrow('no file name');
  });

  it('gives up without failing where it cannot be written', async () => {
    const recording = new Recording(join(directory, 'missing'), '17', log);
    recording.write(frame(1), frame(2));
    await expect(recording.finish()).resolves.toBeUndefined();
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
