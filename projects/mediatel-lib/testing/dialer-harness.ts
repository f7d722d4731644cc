import { ComponentHarness } from '@angular/cdk/testing';

/** The dialer: its number, its queue's name, the numbers called lately. */
export class DialerHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-dialer';

  readonly #field = this.locatorFor('input[type=tel]');
  readonly #keys = this.locatorForAll('mediatel-keypad button');
  readonly #recent = this.locatorForAll('li button');
  readonly #hint = this.locatorFor('.hint');

  /** As shown: with the spaces of its country. */
  async number(): Promise<string> {
    return (await this.#field()).getProperty<string>('value');
  }

  async setNumber(number: string): Promise<void> {
    const field = await this.#field();
    await field.setInputValue(number);
    await field.dispatchEvent('input');
  }

  /** Presses keys of the keypad. */
  async press(digits: string): Promise<void> {
    const keys = await this.#keys();
    const labels = await Promise.all(keys.map((key) => key.text()));
    for (const digit of digits) await keys[labels.findIndex((label) => label.trim().startsWith(digit))]?.click();
  }

  /** What is said of the number; empty where there is nothing to say. */
  async hint(): Promise<string> {
    return (await this.#hint()).text();
  }

  async recent(): Promise<readonly string[]> {
    return Promise.all((await this.#recent()).map((number) => number.text()));
  }

  async takeRecent(index: number): Promise<void> {
    await (await this.#recent())[index]?.click();
  }
}
