import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** A list of microphones, speakers or ringers to choose from. */
export class DeviceSelectHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-device-select';

  readonly #label = this.locatorFor('label > span:first-child');
  readonly #select = this.locatorFor('select');
  readonly #options = this.locatorForAll('option');
  readonly #missing = this.locatorForOptional('[role=status]');

  /** Finds the list with this label. */
  static with({ label }: { readonly label: string | RegExp }): HarnessPredicate<DeviceSelectHarness> {
    return new HarnessPredicate(DeviceSelectHarness, {}).addOption('label', label, (harness, wanted) =>
      HarnessPredicate.stringMatches(harness.label(), wanted),
    );
  }

  /** The list's label. */
  async label(): Promise<string> {
    return (await this.#label()).text();
  }

  /** Names of the devices, the system's default first. */
  async devices(): Promise<readonly string[]> {
    return Promise.all((await this.#options()).map((option) => option.text()));
  }

  /** Name of the chosen device. */
  async chosen(): Promise<string | undefined> {
    return (await this.devices())[await (await this.#select()).getProperty<number>('selectedIndex')];
  }

  /** Chooses a device by its name. */
  async choose(device: string): Promise<void> {
    await (await this.#select()).selectOptions((await this.devices()).indexOf(device));
  }

  /** The text about a chosen device that is gone or can’t be opened; empty when it is in use. */
  async missing(): Promise<string> {
    return (await (await this.#missing())?.text()) ?? '';
  }
}
