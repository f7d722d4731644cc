import { openBoard, openPanel, outcomeOf, pressInMenu, questionOn } from './board';
import { Desk, expect, test } from './desk';
import { ServerProcess } from './faults/server-process';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

/** A server of its own: its log of requests begins empty. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 8);

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

test(
  'two supervisors, two operators: a double press logs out once, and only the one who was meant',
  full,
  async ({ desk, browser }) => {
    test.setTimeout(420_000);
    const meant = 'Svitlana Marchenko';
    const other = 'Pavlo Levchenko';
    const neighbour = new Desk(await (await browser.newContext()).newPage());
    const board = await openBoard(await (await browser.newContext()).newPage());
    const colleagues = await openBoard(await (await browser.newContext()).newPage());
    await desk.begin('agent17');
    await neighbour.begin('agent18');
    const rowOf = (of: typeof board, who: string) => of.locator('mediatel-operator-row', { hasText: who });
    for (const who of [meant, other]) await expect(rowOf(board, who).locator('.word')).toHaveText('Available');

    await test.step('the list of pauses is the operator’s own', async () => {
      await desk.root.locator('mediatel-pause-menu button').click();
      const own = await desk.page.getByRole('listbox').getByRole('option').allTextContents();
      await desk.page.keyboard.press('Escape');
      await pressInMenu(board, meant, 'Put on a pause…');
      const options = board.page().getByRole('listbox').getByRole('option');
      await expect(options).toHaveCount(own.length);
      expect(await options.allTextContents()).toEqual(own);
      expect(own.length).toBeGreaterThan(8);
      // More than eight: there is a field to search by.
      await board
        .page()
        .getByRole('combobox', { name: /^Search/ })
        .fill('meet');
      await expect(options).toHaveText(['1Meeting']);
      await board.page().keyboard.press('Enter');
      await desk.shows('Pause');
      await expect(outcomeOf(rowOf(board, meant))).toHaveText('The pause is set');
      await expect(outcomeOf(rowOf(colleagues, meant))).toHaveCount(0);
      await pressInMenu(colleagues, meant, 'End the pause');
      await desk.shows('Available');
    });

    await test.step('both ask; one presses twice, the other is late', async () => {
      await pressInMenu(board, meant, 'Log out');
      await pressInMenu(colleagues, meant, 'Log out');
      await questionOn(board).getByRole('button', { name: 'Log out' }).dblclick();
      await desk.shows('Logged out');
      await expect(outcomeOf(rowOf(board, meant))).toHaveText('Logged out');
      await expect(board.page().locator('mediatel-operator-sheet')).toHaveCount(0);
      await expect(questionOn(colleagues)).toContainText('The operator is logged out');
      await questionOn(colleagues).getByRole('button', { name: 'Log out' }).click();
      await expect(outcomeOf(rowOf(colleagues, meant))).toHaveText('Nothing was sent. The operator is logged out.');
      await neighbour.shows('Available');
    });

    await test.step('the log has one log-out, of one supervisor', async () => {
      await openPanel(board, 'log');
      const lines = board.locator('mediatel-audit tbody tr');
      await expect(lines.filter({ hasText: 'Log out' })).toHaveCount(1);
      await board.getByRole('combobox', { name: 'Request', exact: true }).click();
      await board.page().getByRole('option', { name: 'End the pause' }).click();
      await expect(lines).toHaveCount(1);
      await expect(lines).toContainText(meant);
      const saved = board.page().waitForEvent('download');
      await board.getByRole('button', { name: 'Save as CSV' }).click();
      expect((await saved).suggestedFilename()).toBe('requests.csv');
    });
  },
);
