import { ComponentHarness } from '@angular/cdk/testing';
import { MatChipListboxHarness } from '@angular/material/chips/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** The supervisor's alerts. */
export class MediatelAlertsHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-alerts';

  readonly #chips = this.locatorFor(MatChipListboxHarness);
  readonly #items = this.locatorForAll('li:not(.rest)');

  /** The number of alerts, in words. */
  async count(): Promise<string> {
    return (await this.locatorFor('.count')()).text();
  }

  /** The kinds of alerts, each with its number: “3 unconfirmed”. */
  async groups(): Promise<readonly string[]> {
    return Promise.all((await (await this.#chips()).getChips()).map((chip) => chip.getText()));
  }

  /** Shows one kind of alerts alone, by its place, or all again. */
  async filter(index: number): Promise<void> {
    await (await (await this.#chips()).getChips())[index]?.toggle();
  }

  /** That and since when the alerts are not known; `null` while they are. */
  async unknown(): Promise<string | null> {
    return (await (await this.locatorForOptional('.unknown')())?.text()) ?? null;
  }

  /** Presses an entry of the bell's menu: 0 is the sound, 1 the system notifications. */
  async announce(index: number): Promise<void> {
    const bell = await this.locatorFor(MatMenuHarness.with({ selector: '.bell' }))();
    await bell.open();
    await (await bell.getItems())[index]?.click();
  }

  /** The alerts of the list, each with its operator. */
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

  /** Opens the operator of an alert, by its place in the list. */
  async open(index: number): Promise<void> {
    await (await this.locatorForAll('li .what')())[index]?.click();
  }

  /** Why the last acknowledgement failed, or why there are no notifications; empty if nothing failed. */
  async status(): Promise<string> {
    return (await this.locatorFor('.over')()).text();
  }
}
