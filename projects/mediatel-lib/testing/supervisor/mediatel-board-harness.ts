import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MediatelAlertsHarness } from './mediatel-alerts-harness';
import { MediatelAuditHarness } from './mediatel-audit-harness';
import { MediatelWallHarness } from './mediatel-wall-harness';
import { OperatorRowHarness } from './operator-row-harness';
import { OperatorSheetHarness } from './operator-sheet-harness';
import { RequestFormHarness } from './request-form-harness';
import { SavedViewsMenuHarness } from './saved-views-menu-harness';

/** The supervisor's board. Rows beyond the window's height are not in the page. */
export class MediatelBoardHarness extends ComponentHarness {
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-board';

  readonly #counters = this.locatorForAll('.counters button');
  readonly #layouts = this.locatorForAll('.layouts button');

  /** The alerts. */
  readonly alerts = this.locatorFor(MediatelAlertsHarness);
  /** The log of requests, if it is open. */
  readonly audit = this.locatorForOptional(MediatelAuditHarness);
  /** The side sheet of an operator, if it is open. */
  readonly sheet = this.documentRootLocatorFactory().locatorForOptional(OperatorSheetHarness);
  /** What a request needs before it is sent, if it is being asked. */
  readonly form = this.documentRootLocatorFactory().locatorForOptional(RequestFormHarness);
  /** The operators in rows. */
  readonly rows = this.locatorForAll(OperatorRowHarness);
  /** The wall, if that layout is chosen. */
  readonly wall = this.locatorForOptional(MediatelWallHarness);
  /** The saved views. */
  readonly savedViews = this.locatorFor(SavedViewsMenuHarness);
  /** The menu of an operator; open it by the row. */
  readonly menu = this.documentRootLocatorFactory().locatorForOptional(MatMenuHarness);

  /** Each counter's words and number: everybody, then a state each. */
  async counters(): Promise<readonly string[]> {
    return Promise.all((await this.#counters()).map((counter) => counter.text()));
  }

  /** Presses a counter: shows that state alone, or everybody again. */
  async filter(index: number): Promise<void> {
    await (await this.#counters())[index]?.click();
  }

  /** Searches by name, login, team or queue. */
  async search(words: string): Promise<void> {
    const input = await this.locatorFor('input[type="search"]')();
    await input.clear();
    await input.sendKeys(words);
  }

  /** Shows rows, or the wall. */
  async chooseLayout(layout: 'rows' | 'tiles'): Promise<void> {
    await (await this.#layouts())[layout === 'rows' ? 0 : 1]?.click();
  }

  /** Sorts by a column that can be sorted by, by its place among them. */
  async sort(index: number): Promise<void> {
    await (await this.locatorForAll('[role="columnheader"] button')())[index]?.click();
  }

  /** Opens or closes the log of requests; only for supervisors who may make requests. */
  async toggleAudit(): Promise<void> {
    await (await this.locatorFor('.tools > button')()).click();
  }

  /** What is wrong with the connection to the hub; `null` if nothing is. */
  async banner(): Promise<string | null> {
    return (await (await this.locatorForOptional('.banner')())?.text()) ?? null;
  }

  /** Why nobody is shown; `null` if somebody is. */
  async nobody(): Promise<string | null> {
    return (await (await this.locatorForOptional('.nobody')())?.text()) ?? null;
  }

  /** What became of the last request, for screen readers; empty if there was none in the last 10 s. */
  async outcome(): Promise<string> {
    return (await this.locatorFor('.spoken')()).text();
  }
}
