import { ComponentHarness } from '@angular/cdk/testing';

/** A control during a call. */
export type CallControl = 'mute' | 'hold' | 'keys' | 'note';

/** The controls during a call: mute, hold, keys, note. */
export class MediatelCallControlsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-call-controls';

  /** Presses a control. Rejects when it is not shown. */
  async press(control: CallControl): Promise<void> {
    await (await this.locatorFor(`button.${control}`)()).click();
  }

  /** A control's text. */
  async label(control: CallControl): Promise<string> {
    return (await (await this.locatorFor(`button.${control}`)()).text()).trim();
  }

  /** Whether a control is on: muted, on hold, unfolded. */
  async isOn(control: CallControl): Promise<boolean> {
    return (await this.locatorFor(`button.${control}`)()).hasClass('on');
  }

  /** Whether a control is disabled. */
  async isDisabled(control: CallControl): Promise<boolean> {
    return (await (await this.locatorFor(`button.${control}`)()).getAttribute('aria-disabled')) === 'true';
  }
}
