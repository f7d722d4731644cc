import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelLevelMeterHarness } from './level-meter-harness';

/** One direction of a call, and whether it is proved to be heard. */
export class MediatelHeardMeterHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-heard-meter';

  readonly #proof = this.locatorForOptional('.proof');

  /** The level meter. */
  readonly level = this.locatorFor(MediatelLevelMeterHarness);

  /** `heard`, `silent` and so on, in the present language; `null` when nothing is known. */
  async proof(): Promise<string | null> {
    return (await (await this.#proof())?.text())?.trim() ?? null;
  }

  /** The reason in words; empty for none. */
  async why(): Promise<string> {
    return (await (await this.#proof())?.getAttribute('title')) ?? '';
  }
}
