import { ComponentHarness } from '@angular/cdk/testing';
import { DayLegendHarness } from './day-legend-harness';
import { DayTotalsTableHarness } from './day-totals-table-harness';
import { OperatorSegmentsHarness } from './operator-segments-harness';

/** A day of the operators: as a timeline, and as totals. */
export class MediatelDayReportHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-day-report';

  readonly #operators = this.locatorForAll('.timeline li button');

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

  /** The operators of this page of the timeline. */
  async operators(): Promise<readonly string[]> {
    return Promise.all((await this.#operators()).map((operator) => operator.text()));
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

  /** Chooses a day, `yyyy-mm-dd`. */
  async chooseDay(day: string): Promise<void> {
    const input = await this.locatorFor('input[type="date"]')();
    await input.setInputValue(day);
    await input.dispatchEvent('change');
  }

  /** What is wrong with the connection or the day; `null` if nothing is. */
  async banner(): Promise<string | null> {
    return (await (await this.locatorForOptional('.banner')())?.text()) ?? null;
  }

  /** Why nobody is shown; `null` if somebody is. */
  async nobody(): Promise<string | null> {
    return (await (await this.locatorForOptional('.nobody')())?.text()) ?? null;
  }

  /** Which operators of how many are shown; `null` if nobody is. */
  async shown(): Promise<string | null> {
    return (await (await this.locatorForOptional('.pager span')())?.text()) ?? null;
  }

  /** Turns to the next or the previous page. */
  async turn(to: 'previous' | 'next'): Promise<void> {
    await (await this.locatorForAll('.pager button')())[to === 'previous' ? 0 : 1]?.click();
  }

  /** Whether the totals can be saved. */
  async canSave(): Promise<boolean> {
    return !(await (await this.locatorFor('.save')()).getProperty<boolean>('disabled'));
  }
}
