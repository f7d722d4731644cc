import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { GroupHeadingHarness } from './group-heading-harness';
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

  readonly #counters = this.locatorForAll('.counter');
  readonly #layouts = this.locatorForAll(MatButtonToggleHarness.with({ ancestor: '.layouts' }));
  readonly #more = this.locatorFor(MatMenuHarness.with({ selector: '.more' }));

  /** The alerts, if their panel is open. */
  readonly alerts = this.locatorForOptional(MediatelAlertsHarness);
  /** The headings of the groups, if operators are grouped. */
  readonly groups = this.locatorForAll(GroupHeadingHarness);
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
  /** The saved views, if their panel is open. */
  readonly savedViews = this.locatorForOptional(SavedViewsMenuHarness);
  /** The menu of an operator; open it by the row. */
  readonly menu = this.documentRootLocatorFactory().locatorForOptional(MatMenuHarness);

  /** Each counter's words and number: alerts, everybody, a state each, and the other states together. */
  async counters(): Promise<readonly string[]> {
    const words = await this.locatorForAll('.counter .word')();
    const numbers = await this.locatorForAll('.counter b')();
    return Promise.all(words.map(async (word, at) => `${await word.text()} ${await numbers[at]?.text()}`));
  }

  /** What is wrong with the operators who need attention, in lines. */
  async facts(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.facts span')()).map((fact) => fact.text()));
  }

  /** Whether the counters are those of the last connection, and look so. */
  async isStale(): Promise<boolean> {
    return (await this.locatorFor('mediatel-board-counters')()).hasClass('stale');
  }

  /** Presses a counter: shows that state alone, or everybody again. The last one opens a menu instead. */
  async filter(index: number): Promise<void> {
    await (await this.#counters())[index]?.click();
  }

  /** Searches by name, login, team or queue. */
  async search(words: string): Promise<void> {
    const input = await this.locatorFor('input[type="search"]')();
    await input.clear();
    await input.sendKeys(words);
  }

  /** Groups operators by the entry at that place: nothing, queue, team, state. */
  async groupBy(index: number): Promise<void> {
    const select = await this.locatorFor(MatSelectHarness)();
    await select.open();
    await (await select.getOptions())[index]?.click();
  }

  /** Shows rows, or the wall. */
  async chooseLayout(layout: 'rows' | 'tiles'): Promise<void> {
    await (await this.#layouts())[layout === 'rows' ? 0 : 1]?.check();
  }

  /** Opens the panel of this name: saved views, alerts, log of requests, when to alert. */
  async openPanel(name: string): Promise<void> {
    await (await this.#more()).clickItem({ text: name });
  }

  /** The entries of the menu with the panels. */
  async panels(): Promise<readonly string[]> {
    const menu = await this.#more();
    await menu.open();
    const items = await menu.getItems();
    const words = await Promise.all(items.map((item) => item.getText()));
    await menu.close();
    return words;
  }

  /** Tries to connect at once; only while the connection is lost. */
  async retry(): Promise<void> {
    await (await this.locatorFor('.banner button')()).click();
  }

  /** The number of grey lines that keep the place of rows before the first snapshot. */
  async skeletonLines(): Promise<number> {
    return (await this.locatorForAll('.skeleton div')()).length;
  }

  /** Sorts by a column that can be sorted by, by its place among them. */
  async sort(index: number): Promise<void> {
    await (await this.locatorForAll('[role="columnheader"] button')())[index]?.click();
  }

  /** What is wrong with the connection to the hub; `null` if nothing is. */
  async banner(): Promise<string | null> {
    return (await (await this.locatorForOptional('.banner span')())?.text()) ?? null;
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
