import { ComponentHarness } from '@angular/cdk/testing';

/** A telephone's twelve keys. */
export class MediatelKeypadHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-keypad';

  readonly #keys = this.locatorForAll('button');

  /** Presses keys one after the other. Characters without a key are skipped. */
  async press(digits: string): Promise<void> {
    const keys = await this.#keys();
    const labels = await Promise.all(keys.map((key) => key.text()));
    for (const digit of digits) await keys[labels.findIndex((label) => label.trim().startsWith(digit))]?.click();
  }
}
