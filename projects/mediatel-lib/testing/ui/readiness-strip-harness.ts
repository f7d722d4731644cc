import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelLevelMeterHarness } from './level-meter-harness';

/** That all is well, in one line. */
export class MediatelReadinessStripHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-readiness-strip';

  /** `null` where no level is measured. */
  readonly level = this.locatorForOptional(MediatelLevelMeterHarness);

  /** The microphone's name; empty where it is not known. */
  async device(): Promise<string> {
    return (await (await this.locatorFor('span')()).getAttribute('title')) ?? '';
  }
}
