import { ComponentHarness } from '@angular/cdk/testing';

/** The one primary action: what it says, whether it can be pressed, and pressing it. */
export class MediatelPrimaryActionHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-primary-action';

  readonly #button = this.locatorFor('button');

  async label(): Promise<string> {
    return (await (await this.#button()).text()).trim();
  }

  async isDisabled(): Promise<boolean> {
    return (await (await this.#button()).getAttribute('aria-disabled')) === 'true';
  }

  /** For 500 ms after its meaning changed it takes no press: the press is then lost, as an operator's would be. */
  async press(): Promise<void> {
    await (await this.#button()).click();
  }
}
