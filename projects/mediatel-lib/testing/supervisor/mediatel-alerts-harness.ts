import { ComponentHarness } from '@angular/cdk/testing';
import { MediatelAlertSettingsHarness } from './mediatel-alert-settings-harness';

/** The supervisor's alerts. */
export class MediatelAlertsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-alerts';

  readonly #items = this.locatorForAll('li:not(.rest)');

  /** The settings, if they are open. */
  readonly settings = this.locatorForOptional(MediatelAlertSettingsHarness);

  /** The number of alerts, in words. */
  async count(): Promise<string> {
    return (await this.locatorFor('.count')()).text();
  }

  /** The first alert while the list is closed; `null` without one. */
  async first(): Promise<string | null> {
    return (await (await this.locatorForOptional('.first')())?.text()) ?? null;
  }

  /** Opens or closes the list. */
  async toggle(): Promise<void> {
    await (await this.locatorFor('.count')()).click();
  }

  /** Opens or closes the settings. */
  async toggleSettings(): Promise<void> {
    await (await this.locatorFor('.settings')()).click();
  }

  /** The alerts of the open list, each with its operator. */
  async alerts(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li .what')()).map((alert) => alert.text()));
  }

  /** Who has acknowledged each alert, in words; `null` for an open one. */
  async acknowledgements(): Promise<readonly (string | null)[]> {
    const items = await this.#items();
    const words = await Promise.all(items.map((item) => item.text()));
    const taken = await Promise.all(items.map((item) => item.hasClass('taken')));
    return words.map((word, at) => (taken[at] === true ? word : null));
  }

  /** Acknowledges an open alert, by its place among the open ones. */
  async acknowledge(index: number): Promise<void> {
    await (await this.locatorForAll('.acts button:first-child')())[index]?.click();
  }

  /** Hides an open alert for a while, by its place among the open ones. */
  async snooze(index: number): Promise<void> {
    await (await this.locatorForAll('.acts button:last-child')())[index]?.click();
  }

  /** Why the last acknowledgement failed; empty if it did not. */
  async status(): Promise<string> {
    return (await this.locatorFor('.over')()).text();
  }
}
