import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelKeypadHarness } from './keypad-harness';

/** The dialer: its number, its keypad, the numbers dialled recently. */
export class MediatelDialerHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-dialer';

  readonly #field = this.locatorFor('input[type=tel]');
  readonly #keypad = this.locatorFor(MediatelKeypadHarness);
  readonly #recent = this.locatorForAll('li button');
  readonly #names = this.locatorForAll('li .name');
  readonly #hint = this.locatorFor('.hint');

  /** The number as shown, with its country's spaces. */
  async number(): Promise<string> {
    return (await this.#field()).getProperty<string>('value');
  }

  /** Replaces the number. */
  async setNumber(number: string): Promise<void> {
    const field = await this.#field();
    await field.setInputValue(number);
    await field.dispatchEvent('input');
  }

  /** Presses keys of the keypad. */
  async press(digits: string): Promise<void> {
    await (await this.#keypad()).press(digits);
  }

  /** The hint below the number; empty for none. */
  async hint(): Promise<string> {
    return (await this.#hint()).text();
  }

  /** Numbers dialled recently, as shown, or their names, the newest first. */
  async recent(): Promise<readonly string[]> {
    return Promise.all((await this.#names()).map((number) => number.text()));
  }

  /** Presses the recent number at this index: the first press fills it in, the next one calls it. */
  async takeRecent(index: number): Promise<void> {
    await (await this.#recent())[index]?.click();
  }
}
