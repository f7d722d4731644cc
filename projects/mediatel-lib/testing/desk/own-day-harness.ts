import { ComponentHarness } from '@angular/cdk/testing';

/** The operator's day in one line, below the dialer. */
export class OwnDayHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-own-day';

  readonly #line = this.locatorForOptional('p');

  /** Calls, talk and average after-call work in words; empty before the first call is over. */
  async words(): Promise<string> {
    return (await (await this.#line())?.text()) ?? '';
  }
}
