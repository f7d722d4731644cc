import { ComponentHarness } from '@angular/cdk/testing';

/** What the shapes of the day mean. */
export class DayLegendHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-legend';

  /** The word of each shape. */
  async words(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((item) => item.text()));
  }
}
