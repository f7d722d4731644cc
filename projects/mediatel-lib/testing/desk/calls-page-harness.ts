import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelRecordingPlayerHarness } from './recording-player-harness';

/** The page of the operator's calls of the day. */
export class CallsPageHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-calls-page';

  readonly #who = this.locatorForAll('li strong');
  readonly #codes = this.locatorForAll('li .head ~ p:nth-of-type(2)');

  /** Players of the calls that have a recording. */
  readonly recordings = this.locatorForAll(MediatelRecordingPlayerHarness);

  /** The customers' numbers as shown, the latest call first. */
  async customers(): Promise<readonly string[]> {
    return Promise.all((await this.#who()).map((who) => who.text()));
  }

  /** Each call's codes in their order, or the text for none. */
  async codes(): Promise<readonly string[]> {
    return Promise.all((await this.#codes()).map((codes) => codes.text()));
  }
}
