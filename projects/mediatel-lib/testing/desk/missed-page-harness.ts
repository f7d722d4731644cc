import { ComponentHarness } from '@angular/cdk/testing';

/** The page “Why it was missed”: a card for each missed call. */
export class MissedPageHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-missed-page';

  readonly #cards = this.locatorForAll('li');
  readonly #who = this.locatorForAll('li strong');
  readonly #dismiss = this.locatorForAll('li .head button');
  readonly #dismissAll = this.locatorForOptional('ul ~ button');

  /** The customers' numbers as shown, the latest call first. */
  async callers(): Promise<readonly string[]> {
    return Promise.all((await this.#who()).map((who) => who.text()));
  }

  /** The whole text of one card; empty when there is none at this index. */
  async card(index: number): Promise<string> {
    return (await (await this.#cards())[index]?.text()) ?? '';
  }

  /** Dismisses the card at this index. */
  async dismiss(index: number): Promise<void> {
    await (await this.#dismiss())[index]?.click();
  }

  /** Dismisses all cards. The page offers it only for more than one. */
  async dismissAll(): Promise<void> {
    await (await this.#dismissAll())?.click();
  }
}
