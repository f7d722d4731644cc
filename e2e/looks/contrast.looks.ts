import { type Page, expect, test } from '@playwright/test';
import { type Theme, themes, wear } from '../axe';
import { openPanel } from '../board';
import { type LeastContrast, contrastsOn } from '../geometry/contrasts';
import { type Size, enlarge, open, serveGallery } from './gallery';

serveGallery();

const leastIn = (theme: Theme): LeastContrast =>
  theme.startsWith('contrast') ? { text: 7, large: 4.5, edge: 3 } : { text: 4.5, large: 3, edge: 3 };

/** Measures what the page shows in every theme at two sizes. */
async function measureAll(page: Page, name: string, fewest: { texts: number; edges: number }): Promise<void> {
  for (const size of ['1280', '360'] as const satisfies readonly Size[]) {
    await enlarge(page, size);
    for (const theme of themes) {
      await wear(page, theme);
      const { faults, texts, edges } = await contrastsOn(page, leastIn(theme));
      expect.soft(faults, `${name}, ${theme}, ${size}`).toEqual([]);
      expect(texts, name).toBeGreaterThanOrEqual(fewest.texts);
      expect(edges, name).toBeGreaterThanOrEqual(fewest.edges);
    }
  }
}

test('contrast: every state of the desk', async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, {});
  await expect(page.locator('mediatel-desk').nth(30)).toBeVisible();
  await measureAll(page, 'desk', { texts: 500, edges: 40 });
});

test('contrast: the board and its panels', async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, { team: '40' });
  const board = page.locator('mediatel-board');
  await expect(board.locator('mediatel-operator-row').first()).toContainText('Hryhorenko T.');
  await measureAll(page, 'board', { texts: 60, edges: 1 });
  for (const panel of ['views', 'alerts', 'log', 'settings'] as const) {
    await openPanel(board, panel);
    await expect(board.locator('mediatel-board-panel-frame button').nth(1)).toBeVisible();
    await page.mouse.move(0, 0);
    await measureAll(page, panel, { texts: 60, edges: 1 });
    await page.keyboard.press('Escape');
  }
});

for (const hub of ['connecting', 'reconnecting', 'refused'] as const) {
  test(`contrast: the board, ${hub}`, async ({ page }) => {
    await open(page, { team: '40', hub });
    await expect(page.locator('mediatel-board')).toHaveText(/\S/);
    await measureAll(page, hub, { texts: 5, edges: 0 });
  });
}

test('contrast: the wall', async ({ page }) => {
  await open(page, { team: '240' });
  await page.getByRole('radio', { name: 'Wall' }).click();
  await expect(page.locator('mediatel-operator-tile.large').first()).toBeVisible();
  await measureAll(page, 'wall', { texts: 20, edges: 0 });
});

test('contrast: the day and the totals', async ({ page }) => {
  await open(page, { team: '40' });
  await page.getByRole('radio', { name: 'The day' }).click();
  const day = page.locator('mediatel-day-report');
  await expect(day.locator('mediatel-operator-band path').first()).toBeVisible();
  await measureAll(page, 'day', { texts: 60, edges: 1 });
  await day.getByRole('radio', { name: 'Totals' }).click();
  await expect(day.getByRole('rowheader', { name: 'Everybody' })).toBeVisible();
  await measureAll(page, 'totals', { texts: 60, edges: 1 });
});
