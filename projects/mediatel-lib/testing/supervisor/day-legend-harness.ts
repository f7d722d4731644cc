import { ComponentHarness } from '@angular/cdk/testing';

/** The legend of the day report. */
export class DayLegendHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-legend';

  /** The name of each shape. */
  async words(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((item) => item.text()));
  }
}
