import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { FRAME_MS, FRAME_SAMPLES } from './frame-clock';
import { WAV_HEADER_BYTES, wavHeader } from './wav';

export const RECORDING_CHANNELS = 2;
const FRAME_BYTES = FRAME_SAMPLES * RECORDING_CHANNELS * 2;
/** What is written at a time, and what a crash may cost. */
const FRAMES_PER_WRITE = 1000 / FRAME_MS;

/** Where a call's finished recording is. */
export function recordingPath(directory: string, callTraceId: string): string {
  return join(directory, `${callTraceId}.wav`);
}

/**
 * One call's recording: operator left, customer right, 16-bit PCM of 8 kHz.
 *
 * Written as `<callTraceId>.wav.part` once a second; its header is put right and the name taken at the end, so a `.wav` is
 * always whole. A disk that fails costs the recording, with one log line, not the call.
 */
export class Recording {
  private readonly path: string;
  private pending = Buffer.alloc(FRAMES_PER_WRITE * FRAME_BYTES);
  private pendingBytes = 0;
  private writtenBytes = 0;
  private tail: Promise<FileHandle | undefined>;

  constructor(
    directory: string,
    callTraceId: string,
    private readonly log: Logger,
  ) {
    // The id becomes a file's name; the farm makes it, but a path must not be reachable through it.
    if (!/^[\w-]+$/.test(callTraceId)) throw new Error(`callTraceId "${callTraceId}" is no file name`);
    this.path = recordingPath(directory, callTraceId);
    this.tail = this.guard(async () => {
      const file = await open(`${this.path}.part`, 'w');
      await file.write(wavHeader(0, RECORDING_CHANNELS));
      return file;
    });
  }

  write(operator: Int16Array, customer: Int16Array): void {
    for (let index = 0; index < FRAME_SAMPLES; index++) {
      this.pending.writeInt16LE(operator[index] ?? 0, this.pendingBytes + index * 4);
      this.pending.writeInt16LE(customer[index] ?? 0, this.pendingBytes + index * 4 + 2);
    }
    this.pendingBytes += FRAME_BYTES;
    if (this.pendingBytes === this.pending.length) this.flush();
  }

  /** Completes the file; resolves when it has its name, or has been given up. */
  async finish(): Promise<void> {
    this.flush();
    this.then(async (file) => {
      await file.write(wavHeader(this.writtenBytes, RECORDING_CHANNELS), 0, WAV_HEADER_BYTES, 0);
      await file.close();
      await rename(`${this.path}.part`, this.path);
    });
    await this.tail;
  }

  private flush(): void {
    if (this.pendingBytes === 0) return;
    const chunk = this.pending.subarray(0, this.pendingBytes);
    this.pending = Buffer.alloc(FRAMES_PER_WRITE * FRAME_BYTES);
    this.pendingBytes = 0;
    const at = WAV_HEADER_BYTES + this.writtenBytes;
    this.writtenBytes += chunk.length;
    this.then(async (file) => {
      await file.write(chunk, 0, chunk.length, at);
    });
  }

  private then(step: (file: FileHandle) => Promise<void>): void {
    const before = this.tail;
    this.tail = this.guard(async () => {
      const file = await before;
      if (file) await step(file);
      return file;
    });
  }

  private async guard(step: () => Promise<FileHandle | undefined>): Promise<FileHandle | undefined> {
    try {
      return await step();
    } catch (error) {
      // Disk full, directory gone: the call goes on unrecorded.
      this.log.error({ err: error, path: this.path }, 'recording failed');
      return undefined;
    }
  }
}
