import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelChoiceListHarness } from './choice-list-harness';

/** The pause button and its list, which opens over the page. */
export class MediatelPauseMenuHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-pause-menu';

  readonly #button = this.locatorFor('button');
  readonly #list = this.documentRootLocatorFactory().locatorForOptional(MediatelChoiceListHarness);

  async isDisabled(): Promise<boolean> {
    return (await (await this.#button()).getAttribute('aria-disabled')) === 'true';
  }

  async open(): Promise<void> {
    if ((await (await this.#button()).getAttribute('aria-expanded')) !== 'true') await (await this.#button()).click();
  }

  async reasons(): Promise<readonly string[]> {
    await this.open();
    return (await (await this.#list())?.names()) ?? [];
  }

  /** Takes the pause, opening the list first. */
  async take(name: string): Promise<void> {
    await this.open();
    await (await this.#list())?.choose(name);
  }
}
