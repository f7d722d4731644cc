import { ComponentHarness } from '@angular/cdk/testing';

/** The totals of a day: everybody, then each team with its operators. */
export class DayTotalsTableHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-totals-table';

  readonly #headings = this.locatorForAll('thead th');
  readonly #names = this.locatorForAll('tbody th');

  /** The headings of the columns. */
  async columns(): Promise<readonly string[]> {
    return Promise.all((await this.#headings()).map((heading) => heading.text()));
  }

  /** The cells of each row, by its name. Far from the visible ones there are no rows. */
  async rows(): Promise<Readonly<Record<string, readonly string[]>>> {
    const names = await Promise.all((await this.#names()).map((name) => name.text()));
    const cells = await Promise.all((await this.locatorForAll('tr:not(.reasons) > td')()).map((cell) => cell.text()));
    const width = cells.length / Math.max(1, names.length);
    return Object.fromEntries(names.map((name, row) => [name, cells.slice(row * width, (row + 1) * width)]));
  }

  /** Sorts by a column: 0 for the names. Once more turns the order round. */
  async sortBy(column: number): Promise<void> {
    await (await this.locatorForAll('thead button')())[column]?.click();
  }

  /** Folds or unfolds a team. */
  async fold(team: number): Promise<void> {
    await (await this.locatorForAll('tbody th button')())[team]?.click();
  }

  /** Unfolds a row's pauses by reason, or folds them. Only rows with pauses count. */
  async unfoldPauses(row: number): Promise<void> {
    await (await this.locatorForAll('tbody td button')())[row]?.click();
  }

  /** The unfolded pauses: reason, time and share of each. */
  async pauses(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('mediatel-pause-reasons li')()).map((reason) => reason.text()));
  }

  /** Which columns are left out because they are empty; `null` for none. */
  async hidden(): Promise<string | null> {
    return (await (await this.locatorForOptional('.hidden')())?.text()) ?? null;
  }
}
