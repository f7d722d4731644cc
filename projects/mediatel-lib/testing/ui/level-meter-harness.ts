import { ComponentHarness } from '@angular/cdk/testing';

/** How loud someone is. */
export class MediatelLevelMeterHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-level-meter';

  /** Number of filled bars, 0 to 5. */
  async steps(): Promise<number> {
    return Number(await (await this.host()).getAttribute('aria-valuenow'));
  }

  /** The meter's name for screen readers. */
  async label(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }
}
