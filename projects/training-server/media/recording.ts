import { rename } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { FRAME_MS, FRAME_SAMPLES } from './frame-clock';
import { PartialWav } from './partial-wav';

export const RECORDING_CHANNELS = 2;
/** Frames in one write: the most that a crash may cost. */
const FRAMES_PER_WRITE = 1000 / FRAME_MS;

/** The path of a call's finished recording. */
export function recordingPath(directory: string, callTraceId: string): string {
  return join(directory, `${callTraceId}.wav`);
}

/**
 * One call's recording: operator left, customer right, 16-bit PCM of 8 kHz.
 *
 * Written once a second as `<callTraceId>.wav.part`. At the end the header gets its length and the file its name, so a
 * `.wav` is always complete. If the disk fails, the rest of the recording is lost, with one log line, not the call:
 * what was written until then gets its name at once.
 */
export class Recording {
  readonly #path: string;
  #pending = new Int16Array(FRAMES_PER_WRITE * FRAME_SAMPLES * RECORDING_CHANNELS);
  #pendingSamples = 0;
  #over = false;
  #tail: Promise<PartialWav | undefined>;
  readonly #log: Logger;

  constructor(
    directory: string,
    callTraceId: string,
    log: Logger,
    open = (path: string) => PartialWav.open(path, RECORDING_CHANNELS),
  ) {
    this.#log = log;
    // The id becomes a file's name. The farm makes the id, but it must not be able to form a path.
    if (!/^[\w-]+$/.test(callTraceId)) throw new Error(`callTraceId "${callTraceId}" is not a file name`);
    this.#path = recordingPath(directory, callTraceId);
    this.#tail = open(`${this.#path}.part`).catch((error: unknown) => this.#give(error, 0));
  }

  write(operator: Int16Array, customer: Int16Array): void {
    if (this.#over) return;
    let at = this.#pendingSamples;
    for (let index = 0; index < FRAME_SAMPLES; index++) {
      this.#pending[at++] = operator[index]!;
      this.#pending[at++] = customer[index]!;
    }
    this.#pendingSamples = at;
    if (at === this.#pending.length) this.#flush();
  }

  /** Completes the file. Resolves when it has its name or was abandoned. */
  async finish(): Promise<void> {
    this.#flush();
    this.#over = true;
    this.#tail = this.#tail.then((file) => file && this.#complete(file));
    await this.#tail;
  }

  #flush(): void {
    if (this.#pendingSamples === 0) return;
    const chunk = littleEndian(this.#pending.subarray(0, this.#pendingSamples));
    this.#pending = new Int16Array(this.#pending.length);
    this.#pendingSamples = 0;
    this.#tail = this.#tail.then((file) => file && this.#append(file, chunk));
  }

  async #append(file: PartialWav, chunk: Buffer): Promise<PartialWav | undefined> {
    try {
      await file.append(chunk);
      return file;
    } catch (error) {
      // Disk full or directory gone: the call goes on without recording.
      this.#give(error, file.seconds);
      return this.#complete(file);
    }
  }

  /** What was written gets its name, and nothing stays open. */
  async #complete(file: PartialWav): Promise<undefined> {
    try {
      if (await file.close()) await rename(`${this.#path}.part`, this.#path);
    } catch (error) {
      this.#give(error, file.seconds);
    }
    return undefined;
  }

  #give(error: unknown, seconds: number): undefined {
    this.#log.error({ err: error, path: this.#path, seconds }, 'recording failed');
    this.#over = true;
    return undefined;
  }
}

/** The samples as WAV wants them. Nearly every machine has them so already. */
function littleEndian(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return endianness() === 'LE' ? bytes : bytes.swap16();
}
