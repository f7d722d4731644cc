import { ComponentHarness } from '@angular/cdk/testing';

/** The saved views. */
export class SavedViewsMenuHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-saved-views-menu';

  readonly #views = this.locatorForAll('li .name');
  readonly #removers = this.locatorForAll('li .name + button');

  /** The names of the saved views. */
  async names(): Promise<readonly string[]> {
    return Promise.all((await this.#views()).map((view) => view.text()));
  }

  /** Saves the present view under a name. */
  async save(name: string): Promise<void> {
    await (await this.locatorFor('input')()).setInputValue(name);
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }

  /** Opens the saved view at that place. */
  async openView(index: number): Promise<void> {
    await (await this.#views())[index]?.click();
  }

  /** Deletes the saved view at that place. */
  async remove(index: number): Promise<void> {
    await (await this.#removers())[index]?.click();
  }
}
