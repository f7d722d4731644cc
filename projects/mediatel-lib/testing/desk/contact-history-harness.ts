import { ComponentHarness } from '@angular/cdk/testing';

/** The table of earlier contacts. */
export class ContactHistoryHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-contact-history';

  readonly #columns = this.locatorForAll('th');
  readonly #cells = this.locatorForAll('td');

  /** The columns' names, as Mediatel gives them. */
  async columns(): Promise<readonly string[]> {
    return Promise.all((await this.#columns()).map((column) => column.text()));
  }

  /** Each contact's cells in the order of the columns; what a contact lacks is empty. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const { length } = await this.#columns();
    const cells = await Promise.all((await this.#cells()).map((cell) => cell.text()));
    return Array.from({ length: length === 0 ? 0 : cells.length / length }, (_, row) =>
      cells.slice(row * length, (row + 1) * length),
    );
  }
}
