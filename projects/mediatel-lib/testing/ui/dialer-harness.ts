import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelKeypadHarness } from './keypad-harness';

/** The dialer: its number, its queue's name, the numbers called lately. */
export class MediatelDialerHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-dialer';

  readonly #field = this.locatorFor('input[type=tel]');
  readonly #keypad = this.locatorFor(MediatelKeypadHarness);
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
    await (await this.#keypad()).press(digits);
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
