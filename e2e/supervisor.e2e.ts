import type { Locator } from '@playwright/test';
import { violations } from './axe';
import { noteWhen, openBoard, outcomeOf, pressInMenu, questionOn } from './board';
import { expect, test } from './desk';
import { severalTabs } from './several-tabs';

test.use(severalTabs);

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
  test.setTimeout(300_000);
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

  const who = 'Pavlo Levchenko';
  const question = questionOn(board);
  const notes = desk.root.locator('mediatel-supervisor-notes');
  let traceId = '';

  await test.step('a log-out is asked about, and Cancel has the focus', async () => {
    await pressInMenu(board, who, 'Log out');
    await expect(question).toContainText(`Log out ${who}?`);
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await watching.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect(board.getByRole('button', { name: `Actions for ${who}` })).toBeFocused();
    // The question stays open while the operator begins a call.
    await pressInMenu(board, who, 'Log out');
  });

  await test.step('a call shows within 1 s, with its number', async () => {
    const there = noteWord(desk.bar, 'In a call');
    const here = noteWhen(board, 'Pavlo Levchenko', 'In a call');
    await desk.talk('0661234501');
    const late = (await here) - (await there);
    process.stdout.write(`from the operator’s screen to the board: ${late} ms\n`);
    expect(late).toBeLessThanOrEqual(1000);
    await expect(row.locator('.call')).toContainText('066 123 45 01');
    await expect(row.locator('.call')).toContainText('outgoing');
  });

  await test.step('the answer to a question that a call has made pointless sends nothing', async () => {
    await expect(question).toContainText('Not during a call');
    await question.getByRole('button', { name: 'Log out' }).click();
    await expect(outcomeOf(row)).toHaveText('Nothing was sent. Not during a call.');
    await expect(board.getByRole('status').filter({ hasText: `${who}: Nothing was sent.` })).toBeAttached();
    await expect(notes.getByRole('listitem')).toHaveCount(0);
    await board.getByRole('button', { name: `Actions for ${who}` }).click();
    const logOut = watching.getByRole('menuitem', { name: 'Log out' });
    await expect(logOut).toBeDisabled();
    await expect(logOut).toContainText('Not during a call');
    await watching.keyboard.press('Escape');
  });

  await test.step('a message reaches the operator and names the supervisor', async () => {
    await pressInMenu(board, who, 'Send a message…');
    await expect(watching.getByLabel(`Message to ${who}`, { exact: true }).last()).toBeFocused();
    await watching.keyboard.type('Please offer the new plan');
    await watching.keyboard.press('Enter');
    await expect(notes).toContainText('Message from Halyna Ostapenko');
    await expect(notes).toContainText('Please offer the new plan');
    await expect(outcomeOf(row)).toHaveText('The message is on the screen');
    await notes.getByRole('button', { name: 'Got it' }).click();
    await expect(notes.getByText('Message from')).toHaveCount(0);
    traceId = await desk.traceId();
    await desk.finish();
  });

  await test.step('the row opens the side sheet: the day, and the calls, whose recordings play', async () => {
    await row.getByRole('button', { name: who, exact: true }).click();
    const sheet = watching.getByRole('dialog').locator('mediatel-operator-sheet');
    await expect(sheet.locator('.who')).toHaveText(who);
    await expect(sheet.locator('mediatel-sheet-day li').first()).toBeVisible();
    const calls = sheet.locator('mediatel-operator-calls');
    await expect(calls.getByRole('heading')).toHaveText(`Calls of ${who} today`);
    await expect(calls.getByRole('listitem').first()).toContainText('outgoing');
    const one = calls.getByRole('listitem').first();
    // A recording appears some time after its call.
    await desk.recording(traceId);
    await one.getByRole('button', { name: /^Play/ }).click();
    const audio = one.locator('audio');
    await expect.poll(() => audio.evaluate(({ duration }: HTMLAudioElement) => duration)).toBeGreaterThan(0.5);
    await expect(audio).toHaveJSProperty('error', null);
    expect(await violations(watching)).toEqual([]);
    await watching.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(row.getByRole('button', { name: who, exact: true })).toBeFocused();
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
