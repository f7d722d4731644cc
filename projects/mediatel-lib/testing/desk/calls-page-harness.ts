import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelRecordingPlayerHarness } from './recording-player-harness';

/** The operator's calls of the day. */
export class CallsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-calls-page';

  readonly #who = this.locatorForAll('li strong');
  readonly #codes = this.locatorForAll('li .head ~ p:nth-of-type(2)');

  /** Of the calls that have one. */
  readonly recordings = this.locatorForAll(MediatelRecordingPlayerHarness);

  /** With whom, the latest first. */
  async customers(): Promise<readonly string[]> {
    return Promise.all((await this.#who()).map((who) => who.text()));
  }

  /** Each call's codes in their order, or the words for none. */
  async codes(): Promise<readonly string[]> {
    return Promise.all((await this.#codes()).map((codes) => codes.text()));
  }
}
