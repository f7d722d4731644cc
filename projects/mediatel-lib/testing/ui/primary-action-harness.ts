import { ComponentHarness } from '@angular/cdk/testing';

/** The primary action. */
export class MediatelPrimaryActionHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-primary-action';

  readonly #button = this.locatorFor('button');
  readonly #label = this.locatorFor('.label');
  readonly #reason = this.locatorForOptional('small');

  /** The button's text, without the reason below it. */
  async label(): Promise<string> {
    return (await (await this.#label()).text()).trim();
  }

  /** Why the button is disabled, as shown below its text; empty when it is not. */
  async reason(): Promise<string> {
    return (await (await this.#reason())?.text()) ?? '';
  }

  /** Whether the button is disabled. */
  async isDisabled(): Promise<boolean> {
    return (await (await this.#button()).getAttribute('aria-disabled')) === 'true';
  }

  /** Presses the button. It ignores presses for 500 ms of `MediatelClock` after its meaning changed, as for an operator. */
  async press(): Promise<void> {
    await (await this.#button()).click();
  }
}
