import { ComponentHarness } from '@angular/cdk/testing';

/** “Why it was missed”: a card for each delivery that failed. */
export class MissedPageHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-missed-page';

  readonly #cards = this.locatorForAll('li');
  readonly #who = this.locatorForAll('li strong');
  readonly #dismiss = this.locatorForAll('li .head button');
  readonly #dismissAll = this.locatorForOptional('ul ~ button');

  /** Whose calls they were, the latest first. */
  async callers(): Promise<readonly string[]> {
    return Promise.all((await this.#who()).map((who) => who.text()));
  }

  /** All that one card says. */
  async card(index: number): Promise<string> {
    return (await (await this.#cards())[index]?.text()) ?? '';
  }

  async dismiss(index: number): Promise<void> {
    await (await this.#dismiss())[index]?.click();
  }

  /** Offered for more than one. */
  async dismissAll(): Promise<void> {
    await (await this.#dismissAll())?.click();
  }
}
