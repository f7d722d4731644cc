import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';
import { MediatelChoiceListHarness } from './choice-list-harness';

/** The pause button, or the second half of Save after a call, and its list, which opens above the page. */
export class MediatelPauseMenuHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-pause-menu';

  readonly #button = this.locatorFor('button');
  // After a call the codes are a list on the page too.
  readonly #list = this.documentRootLocatorFactory().locatorForOptional(
    new HarnessPredicate(MediatelChoiceListHarness, { ancestor: '.panel.mediatel-overlay' }),
  );

  /** Whether no pause can be taken now. */
  async isDisabled(): Promise<boolean> {
    return (await (await this.#button()).getAttribute('aria-disabled')) === 'true';
  }

  /** Opens the list. Does nothing when it is open. */
  async open(): Promise<void> {
    if ((await (await this.#button()).getAttribute('aria-expanded')) !== 'true') await (await this.#button()).click();
  }

  /** Opens the list. Returns the names of the pause reasons. */
  async reasons(): Promise<readonly string[]> {
    await this.open();
    return (await (await this.#list())?.names()) ?? [];
  }

  /** Opens the list and takes the pause with this name. */
  async choosePause(name: string): Promise<void> {
    await this.open();
    await (await this.#list())?.choose(name);
  }
}
