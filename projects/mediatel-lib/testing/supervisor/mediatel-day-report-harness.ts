import { ComponentHarness, TestKey } from '@angular/cdk/testing';
import { DayLegendHarness } from './day-legend-harness';
import { DayTotalsTableHarness } from './day-totals-table-harness';
import { OperatorSegmentsHarness } from './operator-segments-harness';

/** A day of the operators: as a timeline, and as totals. */
export class MediatelDayReportHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-report';

  readonly #operators = this.locatorForAll('mediatel-day-row:not(.team) button');

  /** The legend, in the timeline. */
  readonly legend = this.locatorForOptional(DayLegendHarness);
  /** The totals, if they are shown. */
  readonly totals = this.locatorForOptional(DayTotalsTableHarness);
  /** The opened operator's segments. */
  readonly segments = this.locatorForOptional(OperatorSegmentsHarness);

  /** Shows the timeline or the totals. */
  async showView(view: 'timeline' | 'totals'): Promise<void> {
    await (await this.locatorForAll('.views button')())[view === 'timeline' ? 0 : 1]?.click();
  }

  /** The names of the operators in the timeline. Far from the visible ones there are no rows. */
  async operators(): Promise<readonly string[]> {
    const names = await this.locatorForAll('mediatel-day-row:not(.team) .words')();
    return Promise.all(names.map((name) => name.text()));
  }

  /** An operator's figures in the timeline: talk, after call, pause, calls. */
  async figures(index: number): Promise<readonly string[]> {
    const figures = await this.locatorForAll('mediatel-day-row:not(.team) .figure')();
    return Promise.all(figures.slice(index * 4, index * 4 + 4).map((figure) => figure.text()));
  }

  /** Sorts the timeline by a column: 0 for the names, then the figures. Once more turns the order round. */
  async sortBy(column: number): Promise<void> {
    await (await this.locatorForAll('.column-row > :not(.axis) button')())[column]?.click();
  }

  /** Folds or unfolds a team of the timeline. */
  async fold(team: number): Promise<void> {
    await (await this.locatorForAll('mediatel-day-row.team button')())[team]?.click();
  }

  /** Gives an operator's row the focus. */
  async focus(index: number): Promise<void> {
    await (await this.#operators())[index]?.focus();
  }

  /** Presses an arrow key on an operator's row: the state before, or the one after. */
  async step(index: number, to: 'earlier' | 'later'): Promise<void> {
    await (await this.#operators())[index]?.sendKeys(to === 'earlier' ? TestKey.LEFT_ARROW : TestKey.RIGHT_ARROW);
  }

  /** The words over the pointed or focused band; `null` for none. */
  async tip(): Promise<string | null> {
    return (await (await this.locatorForOptional('.tip')())?.text()) ?? null;
  }

  /** Opens or closes an operator's segments. */
  async open(index: number): Promise<void> {
    await (await this.#operators())[index]?.click();
  }

  /** Searches by name. */
  async search(words: string): Promise<void> {
    const input = await this.locatorFor('input[type="search"]')();
    await input.clear();
    await input.sendKeys(words);
  }

  /** Chooses one of the kept days, `yyyy-mm-dd`. */
  async chooseDay(day: string): Promise<void> {
    await (await this.locatorFor('.day mat-select')()).click();
    const page = this.documentRootLocatorFactory();
    await (await page.locatorFor(`mat-option[data-day="${day}"]`)()).click();
  }

  /** What is wrong with the connection or the day; `null` if nothing is. */
  async banner(): Promise<string | null> {
    return (await (await this.locatorForOptional('.banner')())?.text()) ?? null;
  }

  /** What is said while a day is being read; `null` if none is. */
  async reading(): Promise<string | null> {
    return (await (await this.locatorForOptional('mediatel-day-skeleton p')())?.text()) ?? null;
  }

  /** Presses the banner's button. */
  async retry(): Promise<void> {
    await (await this.locatorFor('.banner button')()).click();
  }

  /** Why nobody is shown; `null` if somebody is. */
  async nobody(): Promise<string | null> {
    return (await (await this.locatorForOptional('.nobody')())?.text()) ?? null;
  }

  /** Whether the totals can be saved. */
  async canSave(): Promise<boolean> {
    return (await this.locatorForOptional('.save')()) !== null;
  }
}
