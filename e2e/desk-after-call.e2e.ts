import { readFile } from 'node:fs/promises';
import { type Desk, expect, test } from './desk';
import { readWav } from './wav';
import { full } from './everyday';

/** An incoming call of the support's queue, which takes several codes, up to its after-call work. */
async function afterSupportCall(desk: Desk, agent: string): Promise<void> {
  await desk.customerCalls(agent, '0661234501', 'IN_Support');
  await desk.shows('In a call');
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
}

const option = (desk: Desk, name: string) => desk.clerical.getByRole('option', { name });

test('the code: searched for, by its digit, with its countdown; saved once', async ({ desk, page }) => {
  await desk.begin('agent1');
  await desk.talk();
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();

  await test.step('digits choose', async () => {
    await page.keyboard.press('3');
    await expect(option(desk, '20. Передзвонити пізніше')).toHaveAttribute('aria-selected', 'true');
  });
  await test.step('search finds by the code’s words', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('зайнято');
    await expect(desk.clerical.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(desk.clerical.getByRole('option')).toHaveCount(8);
  });
  await test.step('the countdown goes by the server’s clock', async () => {
    const { serverTime } = desk.wire.received.at(-1) as { serverTime: number };
    await desk.stage({ serverTime, time: serverTime - 25_000 });
    await expect(page.getByRole('timer')).toHaveText(/0?0:0\d left/);
    await desk.stage({});
  });
  await test.step('beside another page it is a dialog; put aside and brought back, nothing is lost', async () => {
    await desk.openMenu();
    await desk.menuItem('My calls today').click();
    const { clericalDialog: dialog } = desk;
    await expect(option(desk, '20. Передзвонити пізніше')).toHaveAttribute('aria-selected', 'true');
    await expect(dialog.getByRole('option')).toHaveCount(8);
    // Material hides what is behind a dialog from screen readers.
    await expect(page.getByRole('button', { name: 'Save, be available', includeHidden: true })).toHaveCount(1);
    await expect(page.getByRole('timer', { includeHidden: true })).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Minimise' }).click();
    await expect(desk.clerical).toBeHidden();
    await expect(desk.save).toBeEnabled();
    await desk.button('Back').click();
    await expect(option(desk, '20. Передзвонити пізніше')).toHaveAttribute('aria-selected', 'true');
    await expect(dialog).toBeHidden();
    await page.reload();
    await desk.shows('After call');
    await expect(option(desk, '20. Передзвонити пізніше')).toHaveAttribute('aria-selected', 'true');
  });
  await test.step('Enter saves, once', async () => {
    desk.wire.forget();
    await desk.clerical.getByRole('listbox').focus();
    await desk.saveByEnter();
    await desk.shows('Available');
    expect(desk.wire.asked('resolutionSet')).toEqual([{ type: 'resolutionSet', id: 6 }]);
  });
});

test('several codes, in the order they were chosen', full, async ({ desk }) => {
  await desk.begin('agent2');
  await afterSupportCall(desk, 'agent2');
  desk.wire.forget();
  const list = await desk.clerical.getByRole('listbox').boundingBox();
  await option(desk, 'Call dropped').click();
  await option(desk, 'Консультація надана').click();
  await expect(desk.clerical.getByText('2 chosen: Call dropped → Консультація надана')).toBeVisible();
  // The order has a place of its own: nothing has moved.
  expect(await desk.clerical.getByRole('listbox').boundingBox()).toEqual(list);
  await desk.setCode('2');
  await desk.shows('Available');
  expect(desk.wire.asked('resolutionSet').map(({ id }) => id)).toEqual([304, 301, 302]);
});

test('the form goes when the server has left clerical, and its draft is there when it is back', async ({
  desk,
  page,
}) => {
  await desk.begin('agent3');
  await desk.talk();
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  await page.keyboard.press('2');
  await desk.stage({ state: 'STATE_IDLE', status: 'available', callTraceID: '-1', ani: '' });
  await expect(desk.clerical).toBeHidden();
  await desk.shows('Available');
  await desk.stage({});
  await expect(option(desk, '11. Часткова оплата')).toHaveAttribute('aria-selected', 'true');
  await desk.setCode('2');
  await desk.shows('Available');
});

test(
  'time runs out: clerical ends at the server, and the form with it; the call is listed, played, downloaded',
  full,
  async ({ desk, page }) => {
    await desk.begin('agent4');
    await desk.talk();
    const traceId = await desk.traceId();
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    await page.keyboard.press('1');
    await desk.shows('Available', 40_000);
    await expect(desk.clerical).toBeHidden();
    expect(desk.wire.asked('resolutionSet')).toEqual([]);

    await desk.openMenu();
    await desk.menuItem('My calls today').click();
    const row = desk.root.getByRole('listitem').filter({ hasText: traceId });
    await expect(row).toContainText('code not confirmed');
    const audio = page.waitForResponse((response) => response.url().includes(`calltraceID=${traceId}`));
    await row.getByRole('button', { name: /^Play/ }).click();
    expect((await audio).ok()).toBe(true);
    await expect
      .poll(() => desk.root.locator('audio').evaluate((player: HTMLAudioElement) => player.duration))
      .toBeGreaterThan(1);
    await expect
      .poll(() => desk.root.locator('audio').evaluate((player: HTMLAudioElement) => player.currentTime))
      .toBeGreaterThan(0.5);
    await expect(row).toContainText(traceId);
    const download = page.waitForEvent('download');
    await desk.root.getByRole('link', { name: /^Download/ }).click();
    expect((await download).suggestedFilename()).toBe(`${traceId}.wav`);
    const saved = await readFile(await (await download).path());
    expect(saved.toString('latin1', 0, 4) + saved.toString('latin1', 8, 12)).toBe('RIFFWAVE');
    expect(readWav(saved).operator.length).toBeGreaterThan(0);
    await desk.button('Back').click();
    await expect(desk.number).toBeVisible();
  },
);

test('after a call its recording is played beside its codes, in the desk’s foot', full, async ({ desk, page }) => {
  await desk.begin('agent1');
  await desk.talk();
  await desk.hangUp();
  const audio = desk.root.locator('audio');
  await expect(async () => {
    await desk.root.getByRole('button', { name: /^Play/ }).click({ timeout: 1000 });
    await expect(audio).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(0.3);
  const download = page.waitForEvent('download');
  await desk.root.getByRole('link', { name: /^Download/ }).click();
  const saved = await readFile(await (await download).path());
  expect(saved.toString('latin1', 0, 4)).toBe('RIFF');
  await desk.clerical.getByRole('listbox').focus();
  await desk.setCode();
  await desk.shows('Available');
});
