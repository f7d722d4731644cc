import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { RECORDING_CHANNELS } from './recording';
import { WAV_HEADER_BYTES, wavHeader } from './wav';

const ending = '.wav.part';

/**
 * Completes half-written recordings, with the length they reached: those of the calls in `only`, or all of them. None
 * of these calls may still be writing.
 */
export async function repairRecordings(directory: string, log: Logger, only?: ReadonlySet<string>): Promise<void> {
  const names = await readdir(directory);
  const isLeft = (name: string): boolean => name.endsWith(ending) && (only?.has(name.slice(0, -ending.length)) ?? true);
  for (const name of names.filter(isLeft)) {
    const path = join(directory, name);
    try {
      await repair(path, log);
    } catch (error) {
      // One unreadable file must not keep the server from starting.
      log.error({ err: error, path }, 'recording could not be repaired');
    }
  }
}

async function repair(path: string, log: Logger): Promise<void> {
  const blockBytes = RECORDING_CHANNELS * 2;
  const blocks = Math.floor(((await stat(path)).size - WAV_HEADER_BYTES) / blockBytes);
  if (blocks <= 0) {
    await rm(path);
    log.warn({ path }, 'empty recording removed');
    return;
  }
  const file = await open(path, 'r+');
  await file.write(wavHeader(blocks * blockBytes, RECORDING_CHANNELS), 0, WAV_HEADER_BYTES, 0);
  await file.truncate(WAV_HEADER_BYTES + blocks * blockBytes);
  await file.close();
  const whole = path.replace(/\.part$/, '');
  await rename(path, whole);
  log.warn({ path: whole, seconds: blocks / 8000 }, 'half-written recording repaired');
}
