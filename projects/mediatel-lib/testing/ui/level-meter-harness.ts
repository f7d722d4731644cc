import { ComponentHarness } from '@angular/cdk/testing';

/** How loud someone is. */
export class MediatelLevelMeterHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-level-meter';

  /** Bars lit, 0 to 5. */
  async steps(): Promise<number> {
    return Number(await (await this.host()).getAttribute('aria-valuenow'));
  }

  /** Whose level it is, as screen readers say it. */
  async label(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }
}
