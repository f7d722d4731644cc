import { ComponentHarness } from '@angular/cdk/testing';

/** One call's recording. */
export class MediatelRecordingPlayerHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-recording-player';

  readonly #play = this.locatorForOptional('button');
  readonly #audio = this.locatorForOptional('audio');
  readonly #download = this.locatorFor('a[download]');
  readonly #failure = this.locatorForOptional('[role=alert]');

  /** Asks for the recording and plays it; nothing where it plays already. */
  async play(): Promise<void> {
    await (await this.#play())?.click();
  }

  /** Asks for the recording and saves it as a file. */
  async download(): Promise<void> {
    await (await this.#download()).click();
  }

  /** The address that is played; `null` before. */
  async source(): Promise<string | null> {
    return (await (await this.#audio())?.getAttribute('src')) ?? null;
  }

  /** Where the recording is to be had as a file. */
  async downloadUrl(): Promise<string | null> {
    return (await this.#download()).getAttribute('href');
  }

  /** What went wrong, in words; empty where nothing did. */
  async failure(): Promise<string> {
    return (await (await this.#failure())?.text()) ?? '';
  }
}
