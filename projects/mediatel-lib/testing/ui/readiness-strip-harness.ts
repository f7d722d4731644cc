import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelLevelMeterHarness } from './level-meter-harness';

/** The line that shows that microphone, audio output and line work. */
export class MediatelReadinessStripHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-readiness-strip';

  /** The microphone's level meter; `null` when no level is measured. */
  readonly level = this.locatorForOptional(MediatelLevelMeterHarness);

  /** The microphone's name; empty when it is not known. */
  async device(): Promise<string> {
    return (await (await this.locatorFor('span')()).getAttribute('title')) ?? '';
  }
}
