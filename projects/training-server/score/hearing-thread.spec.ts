import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wavHeader } from '../media/wav';
import { HearingThread } from './hearing-thread';
import { madeCall } from './made-call.fixture';
import { folder, writeRecording } from './scores.fixture';

describe('the hearing thread', () => {
  let thread: HearingThread;
  const dir = folder();

  beforeEach(() => (thread = new HearingThread()));
  afterEach(() => thread.close());

  it('hears in a file what is heard in its sound, one after the other', async () => {
    const { recording } = madeCall(3, { kind: 'white', db: -50 });
    writeRecording(join(dir, '1.wav'), recording.samples);
    const [first, missing, again] = await Promise.all(['1', '2', '1'].map((id) => thread.hear(join(dir, `${id}.wav`))));
    expect(first).toEqual(recording.heard);
    expect(missing).toBeNull();
    expect(again).toEqual(first);
  });

  it('refuses what is no recording of two channels, and hears the next', async () => {
    writeFileSync(join(dir, '3.wav'), Buffer.concat([wavHeader(4, 1), Buffer.alloc(4)]));
    writeFileSync(join(dir, '4.wav'), 'RIFF');
    writeRecording(join(dir, '5.wav'), new Int16Array(3200));
    await expect(thread.hear(join(dir, '3.wav'))).rejects.toThrow('not a recording of two channels');
    await expect(thread.hear(join(dir, '4.wav'))).rejects.toThrow('not a recording of two channels');
    expect(await thread.hear(join(dir, '5.wav'))).toMatchObject({ durationMs: 200, operatorSpeech: [] });
  });

  it('rejects what it has not heard when it closes, and starts again for the next', async () => {
    const path = join(dir, '6.wav');
    writeRecording(path, new Int16Array(3200));
    const pending = thread.hear(path);
    await Promise.all([expect(pending).rejects.toThrow('the server stops'), thread.close()]);
    expect(await thread.hear(path)).toMatchObject({ durationMs: 200 });
  });
});
