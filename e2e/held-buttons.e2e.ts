import type { Page } from '@playwright/test';
import { openBoard } from './board';
import { expect, test } from './desk';
import { full } from './everyday';

/** A browser sends no click if the pressed element is replaced or moved before the release. */

/** Records on which button the pointer goes down, and which button gets the click. */
async function watchPresses(page: Page): Promise<() => Promise<{ readonly down: string; readonly click: string }>> {
  await page.evaluate(() => {
    const presses = { down: '', click: '' };
    const nameOf = ({ target }: Event): string => {
      const button = (target as Element).closest('button');
      return button?.ariaLabel ?? button?.textContent.trim() ?? 'no button';
    };
    document.addEventListener('pointerdown', (event) => (presses.down = nameOf(event)), true);
    document.addEventListener('click', (event) => (presses.click = nameOf(event)), true);
    Object.assign(window, { presses });
  });
  return () => page.evaluate(() => (window as unknown as { presses: { down: string; click: string } }).presses);
}

test('the notice that is pressed stays, and its button does what it said', async ({ desk, page }) => {
  await desk.begin('agent14');
  await desk.stage({ isAvailable: 0 });
  const restart = desk.notice.getByRole('button', { name: 'Restart the agent' });
  await expect(restart).toBeVisible();
  const presses = await watchPresses(page);
  desk.wire.forget();

  await restart.hover();
  await page.mouse.down();
  // A more severe problem takes the notice's place, with a button of its own.
  await desk.stage({ isAvailable: 0, agentExt: '1099' });
  await expect.poll(() => desk.wire.received.length).toBeGreaterThan(0);
  await page.mouse.up();
  expect(await presses()).toEqual({ down: 'Restart the agent', click: 'Restart the agent' });

  await expect.poll(() => desk.wire.asked('exit').length).toBe(1);
  await desk.shows('Available');
  expect(desk.wire.asked('logout')).toEqual([]);
});

test('a row that is pressed stays in its place while the others move, and opens its menu', full, async ({ page }) => {
  let frames = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => (frames += /"frame"/.test(String(payload)) ? 1 : 0)),
  );
  const board = await openBoard(page);
  await page.request.post('/api/load', { data: { operators: 60, changesPerSecond: 40 } });
  await board.getByRole('columnheader').getByRole('button', { name: 'Time' }).click();
  const rows = board.locator('mediatel-operator-row');
  await expect.poll(() => rows.count()).toBeGreaterThan(8);
  const order = async (): Promise<string> => (await rows.locator('.who').allInnerTexts()).join();
  const presses = await watchPresses(page);

  await rows
    .nth(4)
    .getByRole('button', { name: /^Actions for/ })
    .hover();
  // While the pointer rests, the rows begin to move again.
  const resting = await order();
  await expect.poll(order).not.toBe(resting);
  const seen = frames;
  await page.mouse.down();
  const pressed = await order();
  // Order and counters follow every 250 ms.
  await expect.poll(() => frames - seen, { intervals: [50] }).toBeGreaterThan(10);
  expect(await order()).toBe(pressed);
  await page.mouse.up();

  const { down, click } = await presses();
  expect(down).toMatch(/^Actions for /);
  expect(click).toBe(down);
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await expect.poll(order).not.toBe(pressed);
  await page.request.post('/api/load', { data: { operators: 0 } });
});
