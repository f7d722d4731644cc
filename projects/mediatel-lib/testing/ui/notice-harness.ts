import { ComponentHarness } from '@angular/cdk/testing';

/** Something amiss, and its mend. */
export class NoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-notice';

  readonly #mend = this.locatorForOptional('.mend');
  readonly #unfold = this.locatorForOptional('.unfold');
  readonly #detail = this.locatorForOptional('.detail');

  async words(): Promise<string> {
    return (await this.locatorFor('p')()).text();
  }

  /** The mending button's words; `null` where there is none. */
  async mend(): Promise<string | null> {
    return (await (await this.#mend())?.text()) ?? null;
  }

  async pressMend(): Promise<void> {
    await (await this.#mend())?.click();
  }

  /** What the server or the browser said, unfolding it first. */
  async detail(): Promise<string | null> {
    const unfold = await this.#unfold();
    if ((await unfold?.getAttribute('aria-expanded')) === 'false') await unfold?.click();
    return (await (await this.#detail())?.text()) ?? null;
  }
}
