import type { Locator } from '@playwright/test';
import { paleTexts, themes, violations, wear } from './axe';
import { boardSpeaks, closePanel, openBoard, openPanel, outcomeOf, pressInMenu, questionOn } from './board';
import { expect, test } from './desk';
import { ServerProcess } from './faults/server-process';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

/** A server of its own: operators that other tests left behind are unconfirmed, and each of them is an alert. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 6);

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

/** Puts an operator on one of their own pauses. */
async function putOnPause(board: Locator, who: string, pause: string): Promise<void> {
  await pressInMenu(board, who, 'Put on a pause…');
  await board.page().getByRole('listbox').getByRole('option', { name: pause }).click();
}

/** Presses an entry that is asked about, and means it. */
async function insist(board: Locator, who: string, what: string, answer: string): Promise<void> {
  await pressInMenu(board, who, what);
  await questionOn(board).getByRole('button', { name: answer }).click();
}

test('requests are carried out by the operator’s own commands and name the supervisor; the team sees the alerts', async ({
  desk,
  page,
  browser,
}) => {
  test.setTimeout(420_000);
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
    await putOnPause(board, who, 'Meeting');
    await desk.shows('Pause');
    await expect(notes).toContainText('Halyna Ostapenko put you on a pause: Meeting');
    await expect(row.locator('.state')).toContainText('Meeting');
  });

  await test.step('a pause over its limit is an alert that says why; the other supervisor sees who acknowledged it', async () => {
    await openPanel(board, 'settings');
    const limit = board.getByLabel('Pause “Meeting”');
    await limit.fill('0');
    await limit.press('Tab');
    await closePanel(board);
    await expect(board.locator('.counter.attention')).toContainText('1');
    await expect(board.locator('.counter.attention .facts')).toContainText('1 on pause for too long');
    await expect(row.locator('.time')).toHaveClass(/amber/);
    await openPanel(board, 'alerts');
    await expect(alerts.locator('.count')).toHaveText('1 alert');
    await expect(alerts.getByRole('option', { name: '1 on pause for too long' })).toBeVisible();
    // After a reload the limit is still there.
    await watching.reload();
    await expect(row).toBeVisible();
    await openPanel(board, 'alerts');
    await expect(alerts.getByRole('listitem')).toContainText(/Svitlana Marchenko\s*\d+\ssec on pause “Meeting”/);
    // An alert leads to its operator.
    await alerts.getByRole('button', { name: /^Svitlana Marchenko/ }).click();
    await expect(watching.locator('mediatel-operator-sheet .who')).toHaveText(who);
    await watching.keyboard.press('Escape');
    const theirs = colleagues.locator('mediatel-alerts');
    await openPanel(colleagues, 'settings');
    await colleagues.getByLabel('Pause “Meeting”').fill('0');
    await colleagues.getByLabel('Pause “Meeting”').press('Tab');
    await openPanel(colleagues, 'alerts');
    await alerts.getByRole('button', { name: `Take it: ${who}` }).click();
    await expect(theirs.getByText('Taken by supervisor1')).toBeVisible();
    await expect(theirs.locator('.count')).toHaveText('No alerts');
    await expect(row.locator('.time')).not.toHaveClass(/amber|red/);
    await closePanel(board);
  });

  await test.step('end the pause: the alert goes with it', async () => {
    await pressInMenu(board, who, 'End the pause');
    await desk.shows('Available');
    await expect(notes).toContainText('Halyna Ostapenko ended your pause');
    await openPanel(board, 'alerts');
    await expect(alerts.locator('.count')).toHaveText('No alerts');
    await expect(alerts.getByText('Taken by')).toHaveCount(0);
    await closePanel(board);
  });

  await test.step('a restart is refused while the agent answers, carried out once it is stuck', async () => {
    await insist(board, who, 'Restart the agent', 'Restart');
    await expect(outcomeOf(row)).toHaveText('Not needed: the agent is not stuck');
    silent = true;
    await putOnPause(board, who, 'Meeting');
    await expect(desk.notice).toContainText('Mediatel does not answer');
    silent = false;
    await insist(board, who, 'Restart the agent', 'Restart');
    await expect(outcomeOf(row)).toHaveText('The agent restarts');
    await expect(notes).toContainText('Halyna Ostapenko restarted your agent');
    // The desk logs the restarted agent in by itself.
    await desk.shows('Available');
  });

  await test.step('log out', async () => {
    await insist(board, who, 'Log out', 'Log out');
    await desk.shows('Logged out');
    await expect(notes).toContainText('Halyna Ostapenko logged you out');
  });

  await test.step('all of it is in the log', async () => {
    await openPanel(board, 'log');
    const lines = board.locator('mediatel-audit tbody tr');
    await expect(lines.first()).toContainText('Log out');
    await expect(lines.first()).toContainText('carried out');
    await expect(lines.filter({ hasText: 'Restart the agent' })).toHaveText([
      /Halyna Ostapenko.*Svitlana Marchenko.*carried out/s,
      /Halyna Ostapenko.*Svitlana Marchenko.*Not needed/s,
    ]);
    await expect(lines.filter({ hasText: 'Put on pause: Meeting' })).toHaveCount(2);
  });
});

test(
  'the board with alerts, settings and log: axe, three languages, every theme, two widths',
  full,
  async ({ page }) => {
    test.setTimeout(420_000);
    const board = await openBoard(page);
    await page.request.post('/api/load', { data: { operators: 60, changesPerSecond: 0 } });
    for (const language of ['en', 'uk', 'ru']) {
      await boardSpeaks(page, language);
      await expect(board.locator('mediatel-operator-row').first()).toBeVisible();
      for (const panel of ['alerts', 'settings', 'log'] as const) {
        await openPanel(board, panel);
        await expect(board.locator('mediatel-board-panel-frame')).toHaveCount(1);
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
  },
);
