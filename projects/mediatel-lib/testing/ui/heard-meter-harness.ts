import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelLevelMeterHarness } from './level-meter-harness';

/** One direction of a call, and whether it is proved to be heard. */
export class MediatelHeardMeterHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-heard-meter';

  readonly #proof = this.locatorForOptional('.proof');

  readonly level = this.locatorFor(MediatelLevelMeterHarness);

  /** `heard`, `silent`, …, in the language in use; `null` where nothing is known. */
  async proof(): Promise<string | null> {
    return (await (await this.#proof())?.text())?.trim() ?? null;
  }

  /** The reason in words; empty where there is none. */
  async why(): Promise<string> {
    return (await (await this.#proof())?.getAttribute('title')) ?? '';
  }
}
