import { readFile } from 'node:fs/promises';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { type Theme, paleTexts, themes, violations, wear } from './axe';
import { boardSpeaks, closePanel, openPanel } from './board';
import { ServerProcess } from './faults/server-process';
import { full } from './everyday';

/** A server of its own: the day contains everybody who worked today. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 7);

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

/** The supervisor's page, with a working crowd. */
async function openTeam(page: Page): Promise<void> {
  await page.goto('/supervisor');
  await page.getByLabel('Login').fill('supervisor1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('mediatel-board').getByRole('table')).toBeVisible();
  await page.request.post('/api/load', { data: { operators: 40, changesPerSecond: 4 } });
}

/** The number of drawn shapes: one for each state of an operator. */
const drawnIn = (day: Locator): Promise<number> => day.locator('mediatel-operator-band path').count();

/** How far an element's content is wider than the element (px). */
const cutIn = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

/** axe finds nothing, and nothing is outside the screen, wide and narrow. */
async function looksWell(page: Page, what: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await violations(page), `${what} at ${width}`).toEqual([]);
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(beside, `${what} at ${width}: scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

test('the wall on the whole screen, kept as a view by name', full, async ({ page }) => {
  await openTeam(page);
  const board = page.locator('mediatel-board');
  await board.getByLabel('Search operators').fill('Crowd');
  await board.getByRole('radio', { name: 'Wall' }).click();
  const tiles = board.locator('mediatel-operator-tile');
  await expect(tiles).toHaveCount(40);
  await expect(tiles.first().locator('.word')).not.toHaveText('');
  const wall = board.locator('mediatel-wall');
  await wall.getByRole('button', { name: 'Full screen', exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('mediatel-wall');
  await expect(tiles).toHaveCount(40);
  // Nobody is cut by the screen's edge.
  const cut = await tiles.evaluateAll(
    (all) => all.filter((tile) => tile.getBoundingClientRect().bottom > innerHeight).length,
  );
  expect(cut).toBe(0);
  await wall.getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  expect(await violations(page)).toEqual([]);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await paleTexts(page, theme), theme).toEqual([]);
  }

  await openPanel(board, 'views');
  await board.getByLabel('Name of the view').fill('Стіна');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect(board.getByRole('table')).toBeVisible();
  await openPanel(board, 'views');
  await board.getByRole('button', { name: 'Show Стіна' }).click();
  await expect(tiles).toHaveCount(40);
  await expect(board.getByLabel('Search operators')).toHaveValue('Crowd');
  await openPanel(board, 'views');
  await board.getByRole('button', { name: 'Delete Стіна' }).click();
  await expect(board.getByText('No views saved yet')).toBeVisible();
  await closePanel(board);
  await page.request.post('/api/load', { data: { operators: 0 } });
});

test('a supervisor reads the day as a drawing, as a table, as totals and as a file', async ({ page }) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await openTeam(page);
  await page.getByRole('radio', { name: 'The day' }).click();
  const day = page.locator('mediatel-day-report');

  await test.step('the day is drawn, one band an operator', async () => {
    await expect(day.getByRole('table', { name: 'Timeline of 40 operators' })).toBeVisible();
    await expect.poll(() => drawnIn(day)).toBeGreaterThan(10);
    await day.getByLabel('Search operators').fill('Crowd 7');
    await expect(day.getByRole('table', { name: 'Timeline of 1 operators' })).toBeVisible();
    await day.getByLabel('Search operators').fill('');
  });

  const crowd1 = day.getByRole('button', { name: 'Crowd 1', exact: true });
  await test.step('the same by keyboard as a table, right below the row', async () => {
    await crowd1.focus();
    await expect(day.getByRole('tooltip')).toContainText('Crowd 1 · ');
    await page.keyboard.press('Enter');
    await expect(crowd1).toHaveAttribute('aria-expanded', 'true');
    const table = day.getByRole('table', { name: 'The day of Crowd 1' });
    await expect(table.getByRole('row').nth(1)).toContainText('now');
    const [row, below] = [(await crowd1.boundingBox())!, (await table.boundingBox())!];
    expect(below.y - row.y - row.height).toBeGreaterThanOrEqual(0);
    expect(below.y - row.y - row.height).toBeLessThan(24);
    expect(below.y).toBeLessThan(page.viewportSize()!.height - 100);
    await page.keyboard.press('Enter');
    await expect(table).toHaveCount(0);
  });

  await test.step('a part of the day, by keyboard and by a drag along the axis', async () => {
    const whole = day.getByRole('button', { name: 'Show the whole day' });
    const from = day.getByRole('slider', { name: 'Show from' });
    const before = Number(await from.inputValue());
    await from.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await from.inputValue())).toBe(before + 60_000);
    await whole.click();
    await expect(whole).toHaveCount(0);
    const axis = (await day.locator('mediatel-day-axis .axis').boundingBox())!;
    await page.mouse.move(axis.x + axis.width * 0.2, axis.y + 10);
    await page.mouse.down();
    await page.mouse.move(axis.x + axis.width * 0.7, axis.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Number(await from.inputValue())).toBeGreaterThan(before);
    await whole.click();
  });

  await test.step('sorted by a figure; the heads and the axis stay while it is scrolled', async () => {
    await day.getByRole('columnheader', { name: 'Calls' }).getByRole('button').click();
    await expect(day.getByRole('columnheader', { name: 'Calls' })).toHaveAttribute('aria-sort', 'descending');
    const axis = day.locator('mediatel-day-axis');
    const before = (await axis.boundingBox())!.y;
    await day.locator('.paper').evaluate((paper) => paper.scrollTo(0, 600));
    expect((await axis.boundingBox())!.y).toBe(before);
    await day.getByRole('columnheader', { name: 'Operator' }).getByRole('button').click();
  });

  await test.step('nothing for axe to find, in any theme', async () => {
    expect(await violations(page)).toEqual([]);
    for (const theme of themes) {
      await wear(page, theme satisfies Theme);
      // The app's own avatar is not a part of the day.
      const pale = (await paleTexts(page, theme)).filter((text) => !text.includes('app-avatar'));
      expect(pale, theme).toEqual([]);
    }
    await wear(page, 'light');
  });

  await test.step('nor in another language, on a narrow screen, or among tiles', async () => {
    for (const language of ['uk', 'ru']) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await boardSpeaks(page, language);
      await page.locator('mediatel-board .layouts').getByRole('radio').last().click();
      await expect(page.locator('mediatel-operator-tile').first()).toBeVisible();
      await looksWell(page, `tiles, ${language}`);
      await page.locator('app-supervisor mat-button-toggle-group').first().getByRole('radio').last().click();
      const [drawn, summed] = [day.locator('.views button').first(), day.locator('.views button').last()];
      await expect.poll(() => drawnIn(day)).toBeGreaterThan(0);
      await expect(drawn).not.toHaveText('Timeline');
      await looksWell(page, `the day, ${language}`);
      await summed.click();
      await expect(day.getByRole('rowheader').first()).toBeVisible();
      await looksWell(page, `totals, ${language}`);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => cutIn(day.locator('.paper')), `totals, ${language}, ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await boardSpeaks(page, 'en');
    await page.getByRole('radio', { name: 'The day' }).click();
  });

  await test.step('totals by team and operator, saved for a spreadsheet', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await day.getByRole('radio', { name: 'Totals' }).click();
    await expect(day.getByRole('rowheader', { name: 'Everybody' })).toBeVisible();
    await expect(day.getByRole('rowheader', { name: 'Crowd A' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await day.getByRole('button', { name: 'Save totals (CSV)' }).click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(file.charCodeAt(0)).toBe(0xfeff);
    // A heading, 40 operators, 8 teams, everybody.
    expect(file.trimEnd().split('\r\n')).toHaveLength(50);
  });
  expect(faults).toEqual([]);
  await page.request.post('/api/load', { data: { operators: 0 } });
});

test(
  'a round without a mouse: find an operator, write to them, see their calls, the wall and the day',
  full,
  async ({ page }) => {
    await openTeam(page);
    const board = page.locator('mediatel-board');
    /** Presses the key until the target has the focus. */
    const reach = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
      const isThere = () => target.evaluate((element) => element === document.activeElement);
      for (let tabs = 0; tabs < 60 && !(await isThere()); tabs++) await page.keyboard.press(key);
      await expect(target).toBeFocused();
    };
    await reach(board.getByLabel('Search operators'));
    await page.keyboard.type('Crowd 7');
    await expect(board.locator('mediatel-operator-row')).toHaveCount(1);
    const ask = board.getByRole('button', { name: 'Actions for Crowd 7' });

    await reach(ask);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Details, calls and recordings' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Send a message…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Message to Crowd 7').last()).toBeFocused();
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await expect(ask).toBeFocused();
    await expect(board.locator('mediatel-request-outcome')).toHaveText('The desk does not answer');

    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Details, calls and recordings' })).toBeFocused();
    await page.keyboard.press('Enter');
    const sheet = page.locator('mediatel-operator-sheet');
    await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused();
    await expect(sheet.locator('mediatel-operator-calls')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(ask).toBeFocused();

    await reach(board.getByRole('radio', { name: 'Board' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect(board.locator('mediatel-operator-tile')).toHaveCount(1);
    await reach(page.getByRole('radio', { name: 'Now' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('mediatel-day-report').getByRole('radio', { name: 'Timeline' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'The day' })).toBeFocused();
    await page.request.post('/api/load', { data: { operators: 0 } });
  },
);
