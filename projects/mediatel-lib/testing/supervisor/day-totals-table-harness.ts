import { ComponentHarness } from '@angular/cdk/testing';

/** The totals of a day: teams first, then operators. */
export class DayTotalsTableHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-totals-table';

  /** The headings of the columns. */
  async columns(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('thead th')()).map((heading) => heading.text()));
  }

  /** The cells of each row, by the name of its team or operator. */
  async rows(): Promise<Readonly<Record<string, readonly string[]>>> {
    const names = await Promise.all((await this.locatorForAll('tbody th')()).map((name) => name.text()));
    const cells = await Promise.all((await this.locatorForAll('tbody td')()).map((cell) => cell.text()));
    const width = cells.length / Math.max(1, names.length);
    return Object.fromEntries(names.map((name, row) => [name, cells.slice(row * width, (row + 1) * width)]));
  }
}
