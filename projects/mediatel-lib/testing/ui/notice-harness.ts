import { ComponentHarness } from '@angular/cdk/testing';

/** A problem in plain words, and the button that helps. */
export class MediatelNoticeHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-notice';

  readonly #action = this.locatorForOptional('.action');
  readonly #unfold = this.locatorForOptional('.unfold');
  readonly #detail = this.locatorForOptional('.detail');

  /** The problem in plain words. */
  async words(): Promise<string> {
    return (await this.locatorFor('p')()).text();
  }

  /** The button's text; `null` without a button. */
  async action(): Promise<string | null> {
    return (await (await this.#action())?.text()) ?? null;
  }

  /** Presses the button. Does nothing without a button. */
  async press(): Promise<void> {
    await (await this.#action())?.click();
  }

  /** Unfolds the details and returns their text; `null` for none. */
  async detail(): Promise<string | null> {
    const unfold = await this.#unfold();
    if ((await unfold?.getAttribute('aria-expanded')) === 'false') await unfold?.click();
    return (await (await this.#detail())?.text()) ?? null;
  }
}
