import { ComponentHarness } from '@angular/cdk/testing';

/** The table of earlier contacts. */
export class ContactHistoryHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-contact-history';

  readonly #columns = this.locatorForAll('th');
  readonly #cells = this.locatorForAll('td');

  /** Headings of the columns, as shown. */
  async columns(): Promise<readonly string[]> {
    return Promise.all((await this.#columns()).map((column) => column.text()));
  }

  /** Each contact's cells in the order of the columns; empty when a contact has no such cell. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const { length } = await this.#columns();
    const cells = await Promise.all((await this.#cells()).map((cell) => cell.text()));
    return Array.from({ length: length === 0 ? 0 : cells.length / length }, (_, row) =>
      cells.slice(row * length, (row + 1) * length),
    );
  }
}
