import { ComponentHarness, type TestElement } from '@angular/cdk/testing';

/** The keyboard shortcuts, shown and changed. */
export class ShortcutsPageHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-shortcuts-page';

  readonly #names = this.locatorForAll('ul:first-of-type .what');
  readonly #buttons = this.locatorForAll('ul:first-of-type button');
  readonly #conflict = this.locatorFor('.conflict');
  readonly #reset = this.locatorForOptional('button.reset');

  /** What can be changed, in words. */
  async names(): Promise<readonly string[]> {
    return Promise.all((await this.#names()).map((name) => name.text()));
  }

  /** The keys of one: `M`, `Alt + M`. */
  async keys(name: string): Promise<string> {
    const label = (await (await this.#button(name))?.getAttribute('aria-label')) ?? '';
    return label.slice(label.lastIndexOf(', ') + 2);
  }

  /** Gives it another key. */
  async change(name: string, key: string): Promise<void> {
    const button = await this.#button(name);
    // As a pointer does: what loses the focus stops waiting for its key.
    await button?.focus();
    await button?.click();
    await button?.sendKeys(key);
  }

  /** Why a key was refused; empty where none was. */
  async conflict(): Promise<string> {
    return (await this.#conflict()).text();
  }

  /** Back to the library's own; offered once one was changed. */
  async reset(): Promise<void> {
    await (await this.#reset())?.click();
  }

  async #button(name: string): Promise<TestElement | undefined> {
    return (await this.#buttons())[(await this.names()).indexOf(name)];
  }
}
