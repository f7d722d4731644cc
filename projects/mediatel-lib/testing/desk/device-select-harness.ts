import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** A microphone, speaker or ringer to choose. */
export class DeviceSelectHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-device-select';

  readonly #label = this.locatorFor('label > span:first-child');
  readonly #select = this.locatorFor('select');
  readonly #options = this.locatorForAll('option');
  readonly #missing = this.locatorForOptional('[role=status]');

  static with({ label }: { readonly label: string | RegExp }): HarnessPredicate<DeviceSelectHarness> {
    return new HarnessPredicate(DeviceSelectHarness, {}).addOption('label', label, (harness, wanted) =>
      HarnessPredicate.stringMatches(harness.label(), wanted),
    );
  }

  async label(): Promise<string> {
    return (await this.#label()).text();
  }

  /** What there is to choose, the system's default first. */
  async devices(): Promise<readonly string[]> {
    return Promise.all((await this.#options()).map((option) => option.text()));
  }

  async chosen(): Promise<string | undefined> {
    return (await this.devices())[await (await this.#select()).getProperty<number>('selectedIndex')];
  }

  async choose(device: string): Promise<void> {
    await (await this.#select()).selectOptions((await this.devices()).indexOf(device));
  }

  /** What is said of a chosen device that is gone or can’t be opened; empty where it serves. */
  async missing(): Promise<string> {
    return (await (await this.#missing())?.text()) ?? '';
  }
}
