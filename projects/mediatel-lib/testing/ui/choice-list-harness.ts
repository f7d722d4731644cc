import { ComponentHarness, type TestKey } from '@angular/cdk/testing';

/** A list to choose from: pause reasons, call codes. */
export class MediatelChoiceListHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-choice-list';

  readonly #options = this.locatorForAll('[role=option]');
  readonly #list = this.locatorFor('[role=listbox]');
  readonly #search = this.locatorForOptional('input');

  /** Whole names of the shown entries, without their digits. */
  async names(): Promise<readonly string[]> {
    const names = await Promise.all((await this.#options()).map((option) => option.getAttribute('aria-label')));
    return names.map((name) => name ?? '');
  }

  /** Names of the chosen entries, in the order of display. */
  async chosen(): Promise<readonly string[]> {
    const options = await this.#options();
    const states = await Promise.all(options.map((option) => option.getAttribute('aria-selected')));
    const names = await this.names();
    return names.filter((_, index) => states[index] === 'true');
  }

  /** Clicks the entry with this name. */
  async choose(name: string): Promise<void> {
    await (await this.#options())[(await this.names()).indexOf(name)]?.click();
  }

  /** Sends keys to the list: 1–9 choose, Enter confirms. */
  async sendKeys(...keys: readonly (string | TestKey)[]): Promise<void> {
    await (await this.#list()).sendKeys(...keys);
  }

  /** Types into the search field. Does nothing in short lists, which have none. */
  async search(text: string): Promise<void> {
    const search = await this.#search();
    await search?.setInputValue(text);
    await search?.dispatchEvent('input');
  }
}
