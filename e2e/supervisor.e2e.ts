import type { Locator } from '@playwright/test';
import { violations } from './axe';
import { noteWhen, openBoard } from './board';
import { expect, test } from './desk';

const noteWord = (bar: Locator, word: string): Promise<number> =>
  bar.evaluate(
    (root, word) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (!root.querySelector('.word')?.textContent?.includes(word)) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(root, { subtree: true, childList: true, characterData: true });
        look();
      }),
    word,
  );

test('a supervisor sees an operator call within 1 s, reaches them, and sees when their tab is lost', async ({
  desk,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext();
  const watching = await context.newPage();
  const faults: string[] = [];
  watching.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  const board = await openBoard(watching);
  const row = board.locator('mediatel-operator-row', { hasText: 'Pavlo Levchenko' });

  await desk.begin('agent18');
  await expect(row.locator('.word')).toHaveText('Available');

  await test.step('a call shows within 1 s, with its number', async () => {
    const there = noteWord(desk.bar, 'In a call');
    const here = noteWhen(board, 'Pavlo Levchenko', 'In a call');
    await desk.talk('0661234501');
    const late = (await here) - (await there);
    process.stdout.write(`from the operator’s screen to the board: ${late} ms\n`);
    expect(late).toBeLessThanOrEqual(1000);
    await expect(row.locator('.call')).toContainText('0661234501');
    await expect(row.locator('.call')).toContainText('outgoing');
  });

  await test.step('a message reaches the operator and names the supervisor', async () => {
    await row.getByRole('button', { name: 'Actions for Pavlo Levchenko' }).click();
    await watching.getByRole('menuitem', { name: 'Send a message…' }).click();
    await board.getByLabel('Message to Pavlo Levchenko').fill('Please offer the new plan');
    await board.getByRole('button', { name: 'Send' }).click();
    const note = desk.root.locator('mediatel-supervisor-notes');
    await expect(note).toContainText('Message from Halyna Ostapenko');
    await expect(note).toContainText('Please offer the new plan');
    await expect(board.getByRole('status').filter({ hasText: 'has it on the screen' })).toBeVisible();
    await note.getByRole('button', { name: 'Got it' }).click();
    await expect(note.getByText('Message from')).toHaveCount(0);
  });

  await test.step('a log-out in a call is refused, and the operator sees nothing of it', async () => {
    await row.getByRole('button', { name: 'Actions for Pavlo Levchenko' }).click();
    await watching.getByRole('menuitem', { name: 'Log out' }).click();
    await expect(board.getByText(/Not possible at Pavlo Levchenko/)).toBeVisible();
    await expect(desk.root.locator('mediatel-supervisor-notes')).toHaveCount(0);
    await expect(desk.notice).toHaveCount(0);
    await desk.finish();
  });

  await test.step('the call is among the operator’s, and its recording plays', async () => {
    await row.getByRole('button', { name: 'Actions for Pavlo Levchenko' }).click();
    await watching.getByRole('menuitem', { name: 'Calls and recordings' }).click();
    const calls = board.locator('mediatel-operator-calls');
    await expect(calls.getByRole('heading')).toHaveText('Calls of Pavlo Levchenko today');
    await expect(calls.getByRole('listitem').first()).toContainText('outgoing');
    const one = calls.getByRole('listitem').first();
    await expect(async () => {
      const play = one.getByRole('button', { name: /^Play/ });
      if (await play.isVisible()) await play.click();
      await expect(one.locator('audio')).toHaveJSProperty('error', null);
      expect(await one.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)).toBeGreaterThan(0.5);
    }).toPass();
    expect(await violations(watching)).toEqual([]);
    await calls.getByRole('button', { name: 'Close' }).click();
    await expect(calls).toHaveCount(0);
  });

  await test.step('a lost tab is unconfirmed within 10 s', async () => {
    const noted = noteWhen(board, 'Pavlo Levchenko', 'Unconfirmed');
    const closedAt = Date.now();
    await page.close({ runBeforeUnload: false });
    const late = (await noted) - closedAt;
    process.stdout.write(`from the closed tab to “unconfirmed”: ${late} ms\n`);
    expect(late).toBeLessThanOrEqual(10_000);
    await expect(row).toContainText('last: Available');
  });
  expect(faults).toEqual([]);
  await context.close();
});
