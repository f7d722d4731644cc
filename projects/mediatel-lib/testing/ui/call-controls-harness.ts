import { ComponentHarness } from '@angular/cdk/testing';

type Control = 'mute' | 'hold' | 'keys' | 'note';

/** Mute, hold, keys and note in a call. */
export class MediatelCallControlsHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-call-controls';

  async press(control: Control): Promise<void> {
    await (await this.locatorFor(`button.${control}`)()).click();
  }

  async label(control: Control): Promise<string> {
    return (await (await this.locatorFor(`button.${control}`)()).text()).trim();
  }

  async isOn(control: Control): Promise<boolean> {
    return (await this.locatorFor(`button.${control}`)()).hasClass('on');
  }

  async isDisabled(control: Control): Promise<boolean> {
    return (await (await this.locatorFor(`button.${control}`)()).getAttribute('aria-disabled')) === 'true';
  }
}
