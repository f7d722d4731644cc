import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelRecordingPlayerHarness } from '../desk/recording-player-harness';

/** An operator's calls of today. */
export class OperatorCallsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-operator-calls';

  readonly #buttons = this.locatorForAll('header button');

  /** The player of each call, the newest call first. */
  readonly recordings = this.locatorForAll(MediatelRecordingPlayerHarness);

  /** The list's title, with the operator's name. */
  async title(): Promise<string> {
    return (await this.locatorFor('h3')()).text();
  }

  /** Why no calls are listed; empty if calls are listed. */
  async status(): Promise<string> {
    return (await this.locatorFor('header + p')()).text();
  }

  /** The time and the kind of each call. */
  async calls(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((call) => call.text()));
  }

  /** Reads the calls again. */
  async refresh(): Promise<void> {
    await (await this.#buttons())[0]?.click();
  }
}
