import { newAccounts } from '../../projects/training-server/accounts';
import { noteWhen, openBoard } from '../board';
import { expect, test } from './link';
import { measured } from './measured';
import { severalTabs } from '../several-tabs';

test.use(severalTabs);

const unconfirmedLimit = 10_000;
const liveLimit = 5_000;

test('a tab that falls silent without closing is unconfirmed on the board, and live again once it is heard', async ({
  desk,
  link,
  login,
  browser,
}) => {
  await desk.begin(login);
  // The supervisor's own network works.
  const context = await browser.newContext({ baseURL: link.server.url });
  const board = await openBoard(await context.newPage());
  const who = newAccounts().nameOf(login) ?? '';
  const row = board.locator('mediatel-operator-row', { hasText: who });
  await expect(row.locator('.word')).toHaveText('Available');

  const lost = noteWhen(board, who, 'Unconfirmed');
  const frozenAt = Date.now();
  link.hub.freeze();
  measured('a silent tab is unconfirmed', (await lost) - frozenAt, unconfirmedLimit);
  // The desk itself goes on: calls do not depend on the hub.
  await expect(desk.bar).toContainText('Available');

  const back = noteWhen(board, who, 'Available');
  const restoredAt = Date.now();
  link.hub.restore();
  measured('the tab is live again', (await back) - restoredAt, liveLimit);
  await context.close();
});
