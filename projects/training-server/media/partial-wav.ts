import { open, rm, type FileHandle } from 'node:fs/promises';
import { WAV_HEADER_BYTES, wavHeader } from './wav';

const BYTES_PER_SAMPLE = 2;
const SAMPLE_RATE = 8000;

/** A WAV file that grows. Its header has no length until it is closed. */
export class PartialWav {
  #writtenBytes = 0;
  readonly #file: Pick<FileHandle, 'write' | 'truncate' | 'close'>;
  readonly #path: string;
  readonly #channels: number;

  private constructor(file: Pick<FileHandle, 'write' | 'truncate' | 'close'>, path: string, channels: number) {
    this.#file = file;
    this.#path = path;
    this.#channels = channels;
  }

  /** Creates the file. If that fails, nothing is left behind. */
  static async open(path: string, channels: number, openFile: typeof open = open): Promise<PartialWav> {
    const file = await openFile(path, 'w');
    const wav = new PartialWav(file, path, channels);
    try {
      await wav.#put(wavHeader(0, channels), 0);
      return wav;
    } catch (error) {
      await wav.close();
      throw error;
    }
  }

  get seconds(): number {
    return this.#samples / SAMPLE_RATE;
  }

  get #samples(): number {
    return Math.floor(this.#writtenBytes / (this.#channels * BYTES_PER_SAMPLE));
  }

  async append(chunk: Buffer): Promise<void> {
    await this.#put(chunk, WAV_HEADER_BYTES + this.#writtenBytes, (bytes) => (this.#writtenBytes += bytes));
  }

  /**
   * Completes the file with what was written; `false` if that is nothing, and the file is deleted. Always closes the
   * descriptor.
   */
  async close(): Promise<boolean> {
    const bytes = this.#samples * this.#channels * BYTES_PER_SAMPLE;
    try {
      if (bytes > 0) {
        // Overwrites the header, which needs no room.
        await this.#put(wavHeader(bytes, this.#channels), 0);
        await this.#file.truncate(WAV_HEADER_BYTES + bytes);
      }
    } finally {
      await this.#file.close();
    }
    if (bytes === 0) await rm(this.#path, { force: true });
    return bytes > 0;
  }

  /** A disk that fills up accepts a part, and refuses the rest only at the next write. */
  async #put(bytes: Buffer, at: number, taken: (bytes: number) => void = () => undefined): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
      taken(bytesWritten);
    }
  }
}
