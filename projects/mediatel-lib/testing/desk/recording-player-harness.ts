import { ComponentHarness } from '@angular/cdk/testing';

/** The player of one call's recording. */
export class MediatelRecordingPlayerHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-recording-player';

  readonly #play = this.locatorForOptional('button');
  readonly #audio = this.locatorForOptional('audio');
  readonly #download = this.locatorFor('a[download]');
  readonly #failure = this.locatorForOptional('[role=alert]');

  /** Loads the recording and plays it. Does nothing when it already plays. */
  async play(): Promise<void> {
    await (await this.#play())?.click();
  }

  /** Loads the recording and saves it as a file. */
  async download(): Promise<void> {
    await (await this.#download()).click();
  }

  /** The address that is played; `null` before `play()`. */
  async source(): Promise<string | null> {
    return (await (await this.#audio())?.getAttribute('src')) ?? null;
  }

  /** The address of the recording as a file. */
  async downloadUrl(): Promise<string | null> {
    return (await this.#download()).getAttribute('href');
  }

  /** Why the recording can't be played, in words; empty without a failure. */
  async failure(): Promise<string> {
    return (await (await this.#failure())?.text()) ?? '';
  }
}
