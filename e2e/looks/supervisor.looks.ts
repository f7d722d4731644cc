import { type Locator, type Page, expect, test } from '@playwright/test';
import { openPanel, outcomeOf, pressInMenu, questionOn } from '../board';
import { type Size, compare, enlarge, open, serveGallery } from './gallery';

serveGallery();

/** Who comes first on the board of 40 operators: those who need attention, the most urgent first. */
const firstRows = ['Hryhorenko T.', 'Kovalchuk O.', 'Kostenko T.', 'Chornyi O.', 'Zakharchenko T.', 'Shulha Z.'];

/** Waits for the order of the board's first rows: it follows the alerts after a while. */
async function ordered(board: Locator, names: readonly string[]): Promise<void> {
  const rows = board.locator('mediatel-operator-row');
  for (const [place, name] of names.entries()) await expect(rows.nth(place)).toContainText(name);
}

/** The board of 40 operators, in a window, once its alerts have come and its order has followed them. */
async function openTeam(page: Page, size: Size, query: Readonly<Record<string, string>> = {}): Promise<Locator> {
  await enlarge(page, size);
  await open(page, { team: '40', ...query });
  const board = page.locator('mediatel-board');
  await ordered(board, firstRows);
  return board;
}

/** Whose alert is taken. */
const taken = 'Kovalchuk O.';
const talking = 'Marchuk H.';
const paused = 'Fedoriv Y.';
const late = 'Kovalchuk O.';

const panelOf = (page: Page): Locator => page.locator('mediatel-board-panel-frame');

/** A panel has a width of its own: 1920 × 1080 shows no more of it. */
const panelSizes = ['360', '1280', '1366'] as const;

test('the alerts, one of them taken', async ({ page }) => {
  const board = await openTeam(page, '1280');
  await openPanel(board, 'alerts');
  const alerts = board.locator('mediatel-alerts');
  await alerts
    .getByRole('button', { name: /^Take it/ })
    .nth(1)
    .click();
  await expect(alerts.getByText('Taken by supervisor1')).toBeVisible();
  await page.mouse.move(0, 0);
  await ordered(
    board,
    firstRows.filter((name) => name !== taken),
  );
  await compare(page, 'team/alerts', panelSizes);
});

test('the alerts of a kind', async ({ page }) => {
  const board = await openTeam(page, '1280');
  await openPanel(board, 'alerts');
  await board.locator('mediatel-alerts').getByRole('option').first().click();
  await compare(page, 'team/alerts-kind', ['360', '1280']);
});

test('the alerts without a hub', async ({ page }) => {
  await open(page, { team: '40', hub: 'reconnecting' });
  const board = page.locator('mediatel-board');
  await openPanel(board, 'alerts');
  await expect(board.locator('mediatel-alerts .unknown')).toBeVisible();
  await compare(page, 'team/alerts-unknown', ['360', '1280'], panelOf(page));
});

test('no alerts', async ({ page }) => {
  await open(page, { team: '0' });
  const board = page.locator('mediatel-board');
  await openPanel(board, 'alerts');
  await expect(board.locator('mediatel-alerts .count')).toHaveText('No alerts');
  await compare(page, 'team/alerts-none', ['360', '1280'], panelOf(page));
});

test('the settings of the alerts', async ({ page }) => {
  const board = await openTeam(page, '1280');
  await openPanel(board, 'settings');
  await expect(board.getByLabel(/^Pause “/).first()).toBeVisible();
  await compare(page, 'team/alert-settings', panelSizes, panelOf(page));
});

test('the log of requests', async ({ page }) => {
  const board = await openTeam(page, '1280');
  await openPanel(board, 'log');
  await expect(board.locator('mediatel-audit tbody tr').first()).toBeVisible();
  await compare(page, 'team/log', panelSizes, panelOf(page));
  await enlarge(page, '360');
  const rest = await board
    .locator('mediatel-audit .scrolls')
    .evaluate((lines) => lines.scrollWidth - lines.clientWidth);
  expect(rest).toBeLessThanOrEqual(0);
});

test('the log of requests, none found', async ({ page }) => {
  await open(page, { team: '0' });
  const board = page.locator('mediatel-board');
  await openPanel(board, 'log');
  await expect(board.locator('mediatel-audit')).toBeVisible();
  await compare(page, 'team/log-empty', ['360', '1280'], panelOf(page));
});

test('the saved views', async ({ page }) => {
  const board = await openTeam(page, '1280');
  await openPanel(board, 'views');
  await compare(page, 'team/views', ['360', '1280'], panelOf(page));
});

const forms = [
  ['message', 'Send a message…', talking],
  ['pause', 'Put on a pause…', talking],
  ['log-out', 'Log out', paused],
  ['restart', 'Restart the agent', late],
] as const;

// What is opened lies over the board at a width of its own: 1366 × 625 differs by its height, 1920 by nothing.
for (const size of ['360', '1280', '1366'] as const) {
  test(`what opens over the board at ${size}`, async ({ page }) => {
    const board = await openTeam(page, size);
    await board.locator('mediatel-board-toolbar .more').click();
    const menu = page.locator('.mat-mdc-menu-panel');
    await expect(menu.getByRole('menuitem').first()).toBeVisible();
    await compare(page, 'team/board-menu', [size], menu);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await board.getByRole('button', { name: `Actions for ${talking}` }).click();
    await expect(menu.getByRole('menuitem').first()).toBeVisible();
    await compare(page, 'team/operator-menu', [size], size === '1280' ? page : menu);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    for (const [name, entry, who] of forms) {
      await pressInMenu(board, who, entry);
      const popover = page.locator('.popover');
      // The operator's pauses come after the popover has opened, and make it taller.
      await expect(popover.getByRole('option')).toHaveCount(name === 'pause' ? 4 : 0);
      await expect(popover).toBeInViewport({ ratio: 1 });
      await compare(page, `team/ask-${name}`, size === '1366' ? [] : [size], popover);
      await page.keyboard.press('Escape');
      await expect(popover).toHaveCount(0);
    }
    await pressInMenu(board, paused, 'Log out');
    await questionOn(board).getByRole('button', { name: 'Log out' }).click();
    const row = board.locator('mediatel-operator-row', { hasText: paused });
    await expect(outcomeOf(row)).toHaveText('Logged out');
    await compare(page, 'team/asked', size === '1366' ? [] : [size], row);
  });

  test(`the side sheet at ${size}`, async ({ page }) => {
    const board = await openTeam(page, size);
    const sheet = page.locator('mediatel-operator-sheet');
    await board.getByRole('button', { name: talking, exact: true }).click();
    await expect(sheet.locator('mediatel-operator-band path').first()).toBeVisible();
    await compare(page, 'team/sheet', [size], size === '1280' ? page : sheet);
    await page.keyboard.press('Escape');
    await board.getByRole('button', { name: paused, exact: true }).click();
    await sheet.getByRole('button', { name: 'Log out' }).click();
    await expect(sheet.locator('mediatel-request-confirm')).toBeVisible();
    await expect(sheet.locator('mediatel-operator-band path').first()).toBeVisible();
    await compare(page, 'team/sheet-question', size === '1366' ? [] : [size], sheet);
  });
}
