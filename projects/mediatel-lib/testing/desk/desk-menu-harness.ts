import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** What is behind “More”. */
export class DeskMenuHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-desk-menu';

  readonly #menu = this.locatorFor(MatMenuHarness);

  /** Opens it; what its entries say, with the reason where one is disabled. */
  async entries(): Promise<readonly string[]> {
    const menu = await this.#menu();
    await menu.open();
    return Promise.all((await menu.getItems()).map((item) => item.getText()));
  }

  /** Chooses an entry, or one below it: `choose('Language', 'Українська')`. */
  async choose(entry: string | RegExp, ...below: readonly (string | RegExp)[]): Promise<void> {
    const menu = await this.#menu();
    await menu.open();
    await menu.clickItem({ text: entry }, ...below.map((text) => ({ text })));
  }
}
