import { ComponentHarness } from '@angular/cdk/testing';

/** A problem in plain words, and the button that helps. */
export class MediatelNoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-notice';

  readonly #action = this.locatorForOptional('.action');
  readonly #unfold = this.locatorForOptional('.unfold');
  readonly #detail = this.locatorForOptional('.detail');

  async words(): Promise<string> {
    return (await this.locatorFor('p')()).text();
  }

  /** The words on the button; `null` without a button. */
  async action(): Promise<string | null> {
    return (await (await this.#action())?.text()) ?? null;
  }

  async press(): Promise<void> {
    await (await this.#action())?.click();
  }

  /** What the server or the browser said, unfolding it first. */
  async detail(): Promise<string | null> {
    const unfold = await this.#unfold();
    if ((await unfold?.getAttribute('aria-expanded')) === 'false') await unfold?.click();
    return (await (await this.#detail())?.text()) ?? null;
  }
}
