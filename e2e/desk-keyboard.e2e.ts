import { expect, test } from './desk';
import { languageNames, languages, speak } from './languages';
import { everydayIf, full } from './everyday';

test('a round without a mouse: call, hang up, code, pause', async ({ desk, page }) => {
  await desk.begin('agent12');
  const word = desk.bar.locator('.word');
  /** Presses a key until the state changes: the desk ignores it for 500 ms after its meaning changed. */
  const pressUntil = (key: string, from: RegExp) =>
    expect(async () => {
      if (from.test(await word.innerText())) await page.keyboard.press(key);
      await expect(word).not.toHaveText(from, { timeout: 700 });
    }).toPass();

  await test.step('the number is reached by Tab', async () => {
    const isThere = () => desk.number.evaluate((field) => field === document.activeElement);
    for (let tabs = 0; tabs < 60 && !(await isThere()); tabs++) await page.keyboard.press('Tab');
    await expect(desk.number).toBeFocused();
  });
  await page.keyboard.type('0661234501');
  await pressUntil('Enter', /^\s*Available/);
  await desk.shows('In a call');
  await test.step('shortcuts: mute, hold', async () => {
    await page.keyboard.press('m');
    await expect(desk.button('Unmute')).toBeVisible();
    // Mediatel may not have answered yet. Both sides still end as last pressed.
    await page.keyboard.press('m');
    await expect(desk.button('Mute')).toBeVisible();
    await expect.poll(() => desk.wire.asked('muteCall').length).toBe(2);
    await expect.poll(() => desk.wire.received.at(-1)).toMatchObject({ state: 'STATE_CALL_ACTIVE', mute: 0 });
    await page.keyboard.press('h');
    await desk.shows('On hold');
    await page.keyboard.press('h');
    await desk.shows('In a call');
  });
  await pressUntil('Enter', /^\s*In a call/);
  await expect(desk.clerical).toBeVisible();
  await page.keyboard.press('2');
  await pressUntil('Enter', /^\s*After call/);
  await desk.shows('Available');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Reasons for a pause' }).getByRole('listbox')).toBeFocused();
  await page.keyboard.type('meet');
  await page.keyboard.press('Enter');
  await desk.shows(/^\s*Pause\s+· Meeting/);
  await pressUntil('Enter', /^\s*Pause/);
  await desk.shows('Available');
});

for (const [window, width] of [
  ['a wide window', 1280],
  ['a phone-sized window, which shows the work', 360],
] as const)
  test(`the keyboard skips the work of ${window}`, everydayIf(width === 1280), async ({ desk, page }) => {
    await desk.begin('agent12');
    await page.setViewportSize({ width, height: 740 });
    await page.reload();
    await expect(desk.root).toBeAttached();
    const skip = page.getByRole('button', { name: 'Skip to the phone' });
    await expect(skip).not.toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(desk.root).toBeFocused();
    await expect(skip).not.toBeInViewport();
    await expect(desk.primary('Call')).toBeInViewport();
    await page.keyboard.press('p');
    await expect(page.getByRole('dialog', { name: 'Reasons for a pause' })).toBeVisible();
  });

test('the primary action and a recent number are pressed by Enter and Space, and Tab goes on from them', async ({
  desk,
  page,
}) => {
  await desk.begin('agent14');
  await desk.number.fill('0661234505');
  await desk.primary('Call').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(desk.root.getByLabel('Queue')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(desk.primary('Call')).toBeFocused();
  // A press within half a second counts as one of the button shown before.
  await expect(async () => {
    if (await desk.primary('Call').isVisible()) await page.keyboard.press('Enter');
    await expect(desk.primary('Call')).toBeHidden({ timeout: 700 });
  }).toPass();
  await desk.shows('In a call');
  const hangUp = desk.primary('Hang up');
  await expect(hangUp).toBeFocused();
  await expect(async () => {
    if (await hangUp.isVisible()) await page.keyboard.press('Space');
    await expect(desk.clerical).toBeVisible({ timeout: 700 });
  }).toPass();
  await desk.setCode();
  await desk.shows('Available');
  const recent = desk.button(/^Use .*066 123 45 05.* again$/);
  await recent.focus();
  await page.keyboard.press('Enter');
  await expect(desk.number).toHaveValue('066 123 45 05');
  await page.keyboard.press('Tab');
  await expect(desk.primary('Call')).toBeFocused();
});

test('shortcuts are listed under ? and can be changed', full, async ({ desk, page }) => {
  await desk.begin('agent13');
  await desk.root.focus();
  await page.keyboard.press('?');
  await desk.button(/^Change: Reasons for a pause/).click();
  await page.keyboard.press('m');
  await expect(desk.root.getByRole('alert')).toContainText('Already used: Mute or unmute');
  await page.keyboard.press('F8');
  await expect(desk.button(/^Change: Reasons for a pause, F8/)).toBeVisible();
  await desk.button('Back').click();
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog', { name: 'Reasons for a pause' })).toBeVisible();
});

test('languages change at run time, and the choice outlives a reload', full, async ({ desk, page }) => {
  await desk.begin('agent13');
  for (const name of [...languageNames].reverse()) {
    await speak(desk, name);
    await desk.shows(languages[name].appearance.available);
    await expect(desk.primary(languages[name].call)).toBeVisible();
    await expect(desk.root).toHaveAccessibleName(languages[name].desk);
  }
  await speak(desk, 'Українська');
  await page.reload();
  await desk.shows(languages['Українська'].appearance.available);
});
