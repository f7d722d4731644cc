import { ComponentHarness } from '@angular/cdk/testing';

/** The supervisor's settings for alerts. */
export class MediatelAlertSettingsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-alert-settings';

  readonly #names = this.locatorForAll('fieldset label > span');
  readonly #limits = this.locatorForAll('fieldset input');

  /** The limit of each state and pause (minutes), of faults (seconds) and of the MOS; empty for no alert. */
  async limits(): Promise<Readonly<Record<string, string>>> {
    const names = await Promise.all((await this.#names()).map((name) => name.text()));
    const limits = await Promise.all((await this.#limits()).map((limit) => limit.getProperty<string>('value')));
    return Object.fromEntries(names.map((name, at) => [name, limits[at] ?? '']));
  }

  /** Sets a limit, named as on the screen, in its unit. Rejects when there is none of that name. */
  async setLimit(name: string, value: string): Promise<void> {
    const names = await Promise.all((await this.#names()).map((one) => one.text()));
    const limit = (await this.#limits())[names.indexOf(name)];
    if (!limit) throw new Error(`No limit is called ${name}: ${names.join(', ')}`);
    await limit.setInputValue(value);
    await limit.dispatchEvent('change');
  }

  /** Restores the host's limits. */
  async reset(): Promise<void> {
    await (await this.locatorFor('header button')()).click();
  }
}
