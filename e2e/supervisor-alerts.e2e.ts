import type { Locator } from '@playwright/test';
import { paleTexts, themes, violations, wear } from './axe';
import { boardSpeaks, closePanel, openBoard, openPanel } from './board';
import { expect, test } from './desk';
import { ServerProcess } from './faults/server-process';

/** A server of its own: operators that other tests left behind are unconfirmed, and each of them is an alert. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 6);

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

/** Sends one request to the operator by the row's menu. */
async function ask(board: Locator, who: string, what: string): Promise<void> {
  await board.getByRole('button', { name: `Actions for ${who}` }).click();
  await board.page().getByRole('menuitem', { name: what }).click();
}

test('requests are carried out by the operator’s own commands and name the supervisor; the team sees the alerts', async ({
  desk,
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  let silent = false;
  await page.routeWebSocket(/\/mediatel\/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!(silent && typeof message === 'string' && message.includes('"pause"'))) server.send(message);
    });
  });
  const who = 'Svitlana Marchenko';
  const notes = desk.root.locator('mediatel-supervisor-notes');
  const watching = await (await browser.newContext()).newPage();
  const board = await openBoard(watching);
  const colleagues = await openBoard(await (await browser.newContext()).newPage());
  const row = board.locator('mediatel-operator-row', { hasText: who });
  const alerts = board.locator('mediatel-alerts');
  await desk.begin('agent17');
  await expect(row.locator('.word')).toHaveText('Available');

  await test.step('take a pause', async () => {
    await ask(board, who, 'Put on a pause…');
    await board.getByLabel(`Pause for ${who}, by its name`).fill('Meeting');
    await board.getByRole('button', { name: 'Send' }).click();
    await desk.shows('Pause');
    await expect(notes).toContainText('supervisor1 put you on a pause: Meeting');
    await expect(row.locator('.state')).toContainText('Meeting');
  });

  await test.step('a pause over its limit is an alert that says why; the other supervisor sees who acknowledged it', async () => {
    await openPanel(board, 'settings');
    const limit = board.getByLabel('Pause “Meeting”');
    await limit.fill('0');
    await limit.press('Tab');
    await closePanel(board);
    await expect(board.locator('.counter.attention')).toContainText('1');
    await expect(board.locator('.counter.attention .facts')).toContainText('1 on pause too long');
    await expect(row.locator('.time')).toHaveClass(/amber/);
    await openPanel(board, 'alerts');
    await expect(alerts.getByRole('button', { name: '1 alert' })).toBeVisible();
    await expect(alerts.locator('.first')).toContainText(/Svitlana Marchenko: \d+\ssec on pause “Meeting”/);
    // After a reload the limit is still there.
    await watching.reload();
    await expect(row).toBeVisible();
    await openPanel(board, 'alerts');
    await alerts.getByRole('button', { name: '1 alert' }).press('Enter');
    const theirs = colleagues.locator('mediatel-alerts');
    await openPanel(colleagues, 'settings');
    await colleagues.getByLabel('Pause “Meeting”').fill('0');
    await colleagues.getByLabel('Pause “Meeting”').press('Tab');
    await openPanel(colleagues, 'alerts');
    await theirs.getByRole('button', { name: '1 alert' }).click();
    await alerts.getByRole('button', { name: `Take it: ${who}` }).click();
    await expect(theirs.getByText('Taken by supervisor1')).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'No alerts' })).toBeVisible();
    await expect(row.locator('.time')).not.toHaveClass(/amber|red/);
    await closePanel(board);
  });

  await test.step('end the pause: the alert goes with it', async () => {
    await ask(board, who, 'End the pause');
    await desk.shows('Available');
    await expect(notes).toContainText('supervisor1 ended your pause');
    await expect(alerts.getByText('Taken by')).toHaveCount(0);
  });

  await test.step('a restart is refused while the agent answers, carried out once it is stuck', async () => {
    await ask(board, who, 'Restart the agent');
    await expect(board.getByText(`Not possible at ${who}’s desk now`)).toBeVisible();
    silent = true;
    await ask(board, who, 'Put on a pause…');
    await board.getByLabel(`Pause for ${who}, by its name`).fill('Meeting');
    await board.getByRole('button', { name: 'Send' }).click();
    await expect(desk.notice).toContainText('Mediatel does not answer');
    silent = false;
    await ask(board, who, 'Restart the agent');
    await expect(board.getByText(`Done at ${who}’s desk`)).toBeVisible();
    await expect(notes).toContainText('supervisor1 restarted your agent');
    await desk.shows(/Logged out|Available/);
    if (await desk.primary('Log in').isVisible()) await desk.press('Log in', 'Logged out');
    await desk.shows('Available');
  });

  await test.step('log out', async () => {
    await ask(board, who, 'Log out');
    await desk.shows('Logged out');
    await expect(notes).toContainText('supervisor1 logged you out');
  });

  await test.step('all of it is in the log', async () => {
    await openPanel(board, 'log');
    const lines = board.locator('mediatel-audit tbody tr');
    await expect(lines.first()).toContainText('Log out');
    await expect(lines.first()).toContainText('carried out');
    await expect(lines.filter({ hasText: 'Restart the agent' })).toHaveText([
      /supervisor1.*Svitlana Marchenko.*carried out/s,
      /supervisor1.*Svitlana Marchenko.*not-needed/s,
    ]);
    await expect(lines.filter({ hasText: 'Put on pause: Meeting' })).toHaveCount(2);
  });
});

test('the board with alerts, settings and log: axe, three languages, every theme, two widths', async ({ page }) => {
  test.setTimeout(150_000);
  const board = await openBoard(page);
  await page.request.post('/api/load', { data: { operators: 60, changesPerSecond: 0 } });
  const alerts = board.locator('mediatel-alerts');
  for (const language of ['en', 'uk', 'ru']) {
    await boardSpeaks(page, language);
    await expect(board.locator('mediatel-operator-row').first()).toBeVisible();
    for (const panel of ['alerts', 'settings', 'log'] as const) {
      await openPanel(board, panel);
      if (panel === 'alerts') await alerts.locator('.count').click();
      await expect(board.locator('mediatel-board-panel-frame:not(.closed)')).toHaveCount(1);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await wear(page, 'light');
        expect.soft(await violations(page), `${panel}, ${language} at ${width}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(wide, `${panel}, ${language} at ${width}: scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await closePanel(board);
    }
  }
  // Colours do not depend on the language.
  for (const theme of themes) {
    await wear(page, theme);
    expect.soft(await paleTexts(page, theme), theme).toEqual([]);
  }
  await page.request.post('/api/load', { data: { operators: 0 } });
});
