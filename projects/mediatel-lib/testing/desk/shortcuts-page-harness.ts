import { ComponentHarness, type TestElement } from '@angular/cdk/testing';

/** The page of keyboard shortcuts. */
export class ShortcutsPageHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-shortcuts-page';

  readonly #names = this.locatorForAll('ul:first-of-type .what');
  readonly #buttons = this.locatorForAll('ul:first-of-type button');
  readonly #conflict = this.locatorFor('.conflict');
  readonly #reset = this.locatorForOptional('button.reset');

  /** Names of the shortcuts that can be changed. */
  async names(): Promise<readonly string[]> {
    return Promise.all((await this.#names()).map((name) => name.text()));
  }

  /** A shortcut's keys: `M`, `Alt + M`. */
  async keys(name: string): Promise<string> {
    const label = (await (await this.#button(name))?.getAttribute('aria-label')) ?? '';
    return label.slice(label.lastIndexOf(', ') + 2);
  }

  /** Gives a shortcut another key. */
  async change(name: string, key: string): Promise<void> {
    const button = await this.#button(name);
    // As a pointer does: a button without the focus does not wait for its key.
    await button?.focus();
    await button?.click();
    await button?.sendKeys(key);
  }

  /** Why the last key was refused; empty when it was not. */
  async conflict(): Promise<string> {
    return (await this.#conflict()).text();
  }

  /** Restores the default keys. The page offers it only when one was changed. */
  async reset(): Promise<void> {
    await (await this.#reset())?.click();
  }

  async #button(name: string): Promise<TestElement | undefined> {
    return (await this.#buttons())[(await this.names()).indexOf(name)];
  }
}
