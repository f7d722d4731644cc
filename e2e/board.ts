import { type Locator, type Page, expect } from '@playwright/test';

/** Signs in as the supervisor, and waits until the board is connected. */
export async function openBoard(page: Page): Promise<Locator> {
  // As on every visit but the first: the hints take some of the board's height.
  await page.addInitScript(() => localStorage.setItem('verba.hints.supervisor', 'shown'));
  await page.goto('/supervisor');
  await page.getByLabel('Login').fill('supervisor1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const board = page.locator('mediatel-board');
  await expect(board.getByRole('table').first()).toBeVisible();
  await expect(board.getByText('Connecting…')).toHaveCount(0);
  return board;
}

/** Opens a panel of the board by the menu of its toolbar, in whatever language: the saved views, the alerts, the log, … */
export async function openPanel(board: Locator, panel: 'views' | 'alerts' | 'log' | 'settings'): Promise<void> {
  await board.locator('mediatel-board-toolbar .more').click();
  const place = ['views', 'alerts', 'log', 'settings'].indexOf(panel);
  await board.page().locator('.mat-mdc-menu-panel [role=menuitem]').nth(place).click();
  await board.page().locator('.mat-mdc-menu-panel').waitFor({ state: 'detached' });
}

/** Closes the open panel. */
export async function closePanel(board: Locator): Promise<void> {
  await board.locator('mediatel-board-panel-frame .close').click();
}

/** Sets the board's language permanently, as the desk's menu does, and reloads the page. */
export async function boardSpeaks(page: Page, language: string): Promise<void> {
  await page.evaluate((language) => localStorage.setItem('mediatel.language', language), language);
  await page.reload();
  await expect(page.locator(`mediatel-board[lang=${language}]`)).toBeVisible();
}

/**
 * Records in the page when the row first shows the word, by the machine's clock: waiting from outside would add to the
 * measured time.
 */
export function noteWhen(board: Locator, who: string, word: string): Promise<number> {
  return board.evaluate(
    (root, [who, word]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const row = [...root.querySelectorAll('mediatel-operator-row')].find((row) =>
            row.textContent?.includes(who!),
          );
          if (!row?.querySelector('.word')?.textContent?.includes(word!)) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(root, { subtree: true, childList: true, characterData: true });
        look();
      }),
    [who, word],
  );
}

/** Opens the menu of an operator's row and presses an entry. */
export async function pressInMenu(board: Locator, who: string, what: string): Promise<void> {
  await board.getByRole('button', { name: `Actions for ${who}` }).click();
  await board.page().getByRole('menuitem', { name: what }).click();
}

/** The question before a request that can't be taken back. */
export const questionOn = (board: Locator): Locator => board.page().getByRole('alertdialog');

/** What became of a request, in the operator's row. */
export const outcomeOf = (row: Locator): Locator => row.locator('mediatel-request-outcome');
