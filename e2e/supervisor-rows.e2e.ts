import { type Locator, type Page, expect, test } from '@playwright/test';
import { violations, wear } from './axe';
import { boardSpeaks, openBoard } from './board';
import { ServerProcess } from './faults/server-process';

/** A server of its own: the crowd stays during the whole file. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 9);

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

/** The board with 300 operators at work. */
async function openCrowd(page: Page): Promise<Locator> {
  const board = await openBoard(page);
  await page.request.post('/api/load', { data: { operators: 300, changesPerSecond: 20 } });
  await expect(board.locator('.counter.all b')).toHaveText('300');
  return board;
}

/** How many rows are wholly visible in the window. */
const wholeRows = (board: Locator): Promise<number> =>
  board.evaluate((root) => {
    const { top, bottom } = root.querySelector('cdk-virtual-scroll-viewport')!.getBoundingClientRect();
    return [...root.querySelectorAll('mediatel-operator-row')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.height > 0 && box.top >= top - 0.5 && box.bottom <= Math.min(bottom, innerHeight) + 0.5;
    }).length;
  });

const sizes = [
  { width: 1280, height: 800, rows: 16 },
  { width: 1366, height: 625, rows: 11 },
  { width: 1920, height: 1080, rows: 23 },
  { width: 360, height: 740, rows: 6 },
] as const;

test('a supervisor sees 16, 11, 23 and 6 operators on the first screen, in three languages', async ({ page }) => {
  test.setTimeout(300_000);
  const board = await openCrowd(page);
  for (const language of ['en', 'uk', 'ru']) {
    await boardSpeaks(page, language);
    for (const { width, height, rows } of sizes) {
      await page.setViewportSize({ width, height });
      const what = `${language} at ${width}×${height}`;
      await expect.poll(() => wholeRows(board), { message: what }).toBeGreaterThanOrEqual(rows);
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(beside, `${what}: scrolls sideways`).toBeLessThanOrEqual(0);
      // The tools are one row, the counters another.
      const [tools, counters] = await Promise.all(
        ['mediatel-board-toolbar', 'mediatel-board-counters'].map((part) => board.locator(part).boundingBox()),
      );
      expect.soft(tools?.height, `${what}: the toolbar`).toBeLessThanOrEqual(42);
      expect.soft(counters?.height, `${what}: the counters`).toBeLessThanOrEqual(52);
    }
  }
});

test('rows grow with the text, and comfortable ones are remembered', async ({ page }) => {
  const board = await openCrowd(page);
  const row = board.locator('mediatel-operator-row').first();
  const height = async (): Promise<number | undefined> => (await row.boundingBox())?.height;
  await expect.poll(height).toBe(36);
  await board.getByRole('radio', { name: 'Comfortable rows' }).click();
  await expect.poll(height).toBe(48);
  await page.reload();
  await expect.poll(height).toBe(48);
  await board.getByRole('radio', { name: 'Compact rows' }).click();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '150%'));
  await expect.poll(height).toBe(54);
  // The virtual scroll knows the new height: the rows lie one below the other.
  const tops = await board
    .locator('mediatel-operator-row')
    .evaluateAll((rows) => rows.slice(0, 8).map((row) => row.getBoundingClientRect().top));
  expect(tops.slice(1).map((top, at) => Math.round(top - (tops[at] ?? 0)))).toEqual(Array(7).fill(54));
  const last = board.getByRole('rowgroup');
  await last.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(() => last.evaluate((element) => Math.round(element.scrollHeight / 54))).toBe(300);
});

test('counters stand still when their numbers change, and each filters', async ({ page }) => {
  const board = await openCrowd(page);
  const counters = board.locator('.counter');
  const places = (): Promise<readonly number[]> =>
    counters.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  const before = await places();
  expect(before).toHaveLength(8);
  await page.request.post('/api/load', { data: { operators: 9, changesPerSecond: 0 } });
  await expect(board.locator('.counter.all b')).toHaveText('9');
  expect(await places()).toEqual(before);
  await board.locator('.counter.talking').click();
  await expect(board.locator('.counter.talking')).toHaveAttribute('aria-pressed', 'true');
  const talking = Number(await board.locator('.counter.talking b').textContent());
  await expect(board.locator('mediatel-operator-row')).toHaveCount(talking);
});

test('a group folds to its heading with its mix, and is still folded after a reload', async ({ page }) => {
  const board = await openCrowd(page);
  const group = async (): Promise<void> => {
    await board.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'Team' }).click();
  };
  await group();
  const heading = board.locator('mediatel-group-heading').first();
  const button = heading.getByRole('button');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(button).toContainText(/\d+ in a call/);
  await expect(board.locator('mediatel-operator-row').first().locator('.name small')).toHaveCount(0);
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(board.locator('mediatel-group-heading').nth(1)).toBeVisible();
  await page.reload();
  await group();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await wear(page, 'light');
    expect.soft(await violations(page), `at ${width}`).toEqual([]);
  }
});

test('without the hub the board keeps its numbers, greyed, and says since when it knows nothing', async ({ page }) => {
  const board = await openCrowd(page);
  const numbers = (): Promise<readonly string[]> => board.locator('.counter:not(.attention) b').allTextContents();
  await page.request.post('/api/load', { data: { operators: 300, changesPerSecond: 0 } });
  await page.context().setOffline(true);
  await expect(board.getByRole('alert')).toContainText(/Showing the last known state from \d\d:\d\d\./);
  await expect(board.getByRole('button', { name: 'Retry' })).toBeVisible();
  const before = await numbers();
  expect(Number(before[1]), 'in a call').toBeGreaterThan(0);
  await expect(board.locator('.counter.attention')).toContainText(/Alerts not known since \d\d:\d\d/);
  // Every row is unconfirmed after 10 s, the numbers are the same.
  await expect(board.locator('mediatel-operator-row').first().locator('.word')).toHaveText('Unconfirmed', {
    timeout: 15_000,
  });
  expect(await numbers()).toEqual(before);
  await expect(board).not.toContainText('No alerts');
  await expect(board.locator('mediatel-board-counters')).toHaveClass(/stale/);
});
