import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { HearingThread } from '../projects/training-server/score/hearing-thread';
import { madeCall } from '../projects/training-server/score/made-call.fixture';
import { writeRecording } from '../projects/training-server/score/scores.fixture';
import { type Row, row, summary } from './row';

const minutes = 20;
const rounds = 3;
/** The longest time in which the main thread may answer nobody (ms). */
const longestBlock = 20;

/** A recording of 20 minutes is heard in its own thread: how long it takes, and what is left for the main thread to do. */
export async function score(): Promise<readonly Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-score-'));
  const path = join(dir, '1.wav');
  writeRecording(path, longCall());
  const thread = new HearingThread();
  // The first question starts the thread.
  await thread.hear(join(dir, 'none.wav'));
  const blocks: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.eventLoopUtilization();
    const from = performance.now();
    await thread.hear(path);
    seconds.push((performance.now() - from) / 1000);
    // All that the main thread did together: no single block is longer, whatever else the machine does.
    blocks.push(performance.eventLoopUtilization(before).active);
  }
  await thread.close();
  rmSync(dir, { recursive: true });
  return [
    row({
      ...{ name: 'score', unit: 's', ours: summary(seconds).median, peer: minutes * 60 },
      ...{ peerName: 'the recording itself', goal: 0.02 },
    }),
    row({
      ...{ name: 'score/block', unit: 'ms', ours: summary(blocks).median, peer: longestBlock },
      ...{ peerName: 'the longest block allowed', goal: 1 },
    }),
  ];
}

/** Made calls, one after the other. */
function longCall(): Int16Array {
  const long = new Int16Array(minutes * 60 * 8000 * 2);
  for (let at = 0, seed = 1; at < long.length; seed++) {
    const { samples } = madeCall(seed, { kind: 'white', db: -50 }).recording;
    long.set(samples.subarray(0, long.length - at), at);
    at += samples.length;
  }
  return long;
}
