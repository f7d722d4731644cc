import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** The desk's menu “More”. */
export class DeskMenuHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-desk-menu';

  readonly #menu = this.locatorFor(MatMenuHarness);

  /** Opens the menu. Returns the texts of its entries, with the reason if one is disabled. */
  async entries(): Promise<readonly string[]> {
    const menu = await this.#menu();
    await menu.open();
    return Promise.all((await menu.getItems()).map((item) => item.getText()));
  }

  /** Chooses an entry, or one of its submenu: `choose('Language', 'Українська')`. */
  async choose(entry: string | RegExp, ...below: readonly (string | RegExp)[]): Promise<void> {
    const menu = await this.#menu();
    await menu.open();
    await menu.clickItem({ text: entry }, ...below.map((text) => ({ text })));
  }
}
