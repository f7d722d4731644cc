import { open, rm, type FileHandle } from 'node:fs/promises';
import { WAV_HEADER_BYTES, wavHeader } from './wav';

const BYTES_PER_SAMPLE = 2;
const SAMPLE_RATE = 8000;

/** A WAV file that grows; its header tells of nothing until it is closed. */
export class PartialWav {
  private writtenBytes = 0;

  private constructor(
    private readonly file: Pick<FileHandle, 'write' | 'truncate' | 'close'>,
    private readonly path: string,
    private readonly channels: number,
  ) {}

  /** Makes it; what can't be begun leaves nothing behind. */
  static async open(path: string, channels: number, openFile: typeof open = open): Promise<PartialWav> {
    const file = await openFile(path, 'w');
    const wav = new PartialWav(file, path, channels);
    try {
      await wav.put(wavHeader(0, channels), 0);
      return wav;
    } catch (error) {
      await wav.close();
      throw error;
    }
  }

  get seconds(): number {
    return this.samples / SAMPLE_RATE;
  }

  private get samples(): number {
    return Math.floor(this.writtenBytes / (this.channels * BYTES_PER_SAMPLE));
  }

  async append(chunk: Buffer): Promise<void> {
    await this.put(chunk, WAV_HEADER_BYTES + this.writtenBytes, (bytes) => (this.writtenBytes += bytes));
  }

  /** Ends it with what there is; `false` where that is nothing, and the file is gone. The descriptor is free in any case. */
  async close(): Promise<boolean> {
    const bytes = this.samples * this.channels * BYTES_PER_SAMPLE;
    try {
      if (bytes > 0) {
        // Over itself, which takes no room.
        await this.put(wavHeader(bytes, this.channels), 0);
        await this.file.truncate(WAV_HEADER_BYTES + bytes);
      }
    } finally {
      await this.file.close();
    }
    if (bytes === 0) await rm(this.path, { force: true });
    return bytes > 0;
  }

  /** A disk that fills up takes a part, and refuses the rest only when it is tried. */
  private async put(bytes: Buffer, at: number, taken: (bytes: number) => void = () => undefined): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
      taken(bytesWritten);
    }
  }
}
