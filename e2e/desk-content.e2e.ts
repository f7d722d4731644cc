import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { full } from './everyday';

/** Where the parts of a call are: none of them may move while it lasts. */
async function places(desk: Desk): Promise<readonly string[]> {
  const parts = ['mediatel-call-card', '.meters', 'mediatel-call-controls', 'mediatel-primary-action'];
  const boxes = await Promise.all(parts.map((part) => desk.root.locator(part).boundingBox()));
  return boxes.map((box, index) => `${parts[index]} ${JSON.stringify(box)}`);
}

const icon = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('link[rel~="icon"]')?.getAttribute('href') ?? null);

test('in a call: the name first, nothing moves with mute and hold, a note grows as it is typed', async ({
  desk,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await desk.begin('agent6');
  await desk.talk();
  const card = desk.root.locator('mediatel-call-card');
  await expect(card.locator('.name')).toHaveText('Olena Kovalchuk');
  await expect(card.locator('.number')).toContainText('066 123 45 01');
  await expect(desk.root.locator('.meters')).toBeVisible();
  const before = await places(desk);

  await desk.button('Mute').click();
  await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
  expect(await places(desk)).toEqual(before);
  await desk.button('Hold').click();
  await desk.shows('On hold');
  await expect(desk.root.getByText(/On hold for/)).toBeVisible();
  expect(await places(desk)).toEqual(before);
  await desk.button('Resume').click();
  await desk.shows('Muted');
  await desk.button('Unmute').click();
  await desk.shows('In a call');

  const note = desk.root.getByRole('textbox', { name: 'Note' });
  const heightOf = async (): Promise<number> => (await note.boundingBox())?.height ?? 0;
  const empty = await heightOf();
  await note.fill('one\ntwo\nthree\nfour\nfive');
  expect(await heightOf()).toBeGreaterThan(empty + 20);
  await expect(desk.root.locator('label.note span')).toBeVisible();
  expect(await places(desk)).toEqual(before);
  await desk.finish();

  await test.step('the day so far is one line, and the call is among the recent numbers', async () => {
    await expect(desk.root.locator('mediatel-own-day')).toContainText('1 call');
    await expect(desk.root.locator('mediatel-dialer li')).toHaveText(/Olena Kovalchuk\s*now/);
  });
  await test.step('a recent number: the first press fills it in, the second calls', async () => {
    const recent = desk.root.locator('mediatel-dialer li button');
    await recent.dblclick();
    await expect(desk.number).toHaveValue('066 123 45 01');
    expect(desk.wire.asked('makeCall')).toHaveLength(1);
    // The second press of a double click does not call, however late a slow machine makes it.
    const again = page.getByRole('button', { name: 'Call: Olena Kovalchuk, 066 123 45 01' });
    await desk.untilAsked(() => again.click({ timeout: 1000 }), 'makeCall');
    await desk.shows('In a call');
    expect(desk.wire.asked('makeCall')).toHaveLength(2);
    await desk.finish();
  });
});

test(
  'the title and the icon tell state and time, and are the page’s own after the sign-out',
  full,
  async ({ desk, page }) => {
    await desk.signIn('agent7');
    await desk.ready();
    await expect(page).toHaveTitle(/^● \d\d:\d\d Available · /);
    await desk.talk();
    await expect(page).toHaveTitle(/^● 00:0\d In a call · /);
    const inCall = await icon(page);
    expect(inCall).toMatch(/^data:image\/svg/);
    // A Content-Security-Policy that refuses the icon would be an error on the console, which fails the test.
    await desk.finish();
    await expect.poll(() => icon(page)).not.toBe(inCall);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Password')).toBeVisible();
    await expect(page).toHaveTitle(/^(?!●)/);
    expect(await icon(page)).toBe('favicon.svg');
  },
);
