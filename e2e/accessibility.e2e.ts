import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { languageNames, languages, speak } from './languages';

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

async function violations(page: Page, without: string[]): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Light and wide, dark and narrow: no violations, and nothing to scroll sideways at 360 px. */
async function check(page: Page, view: string, without: string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const size = colorScheme === 'light' ? wide : narrow;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violations(page, without), `${view}, ${colorScheme}`).toEqual([]);
    const { scrollWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
    expect.soft(scrollWidth, `${view}: width at ${size.width} px`).toBeLessThanOrEqual(size.width);
    const bottom = await page
      .locator('mediatel-desk mediatel-primary-action')
      .evaluateAll(([action]) => action?.getBoundingClientRect().bottom ?? 0);
    expect.soft(bottom, `${view}: the primary action stays on the screen`).toBeLessThanOrEqual(size.height);
  }
}

test('every view, in each language and theme, wide and at 360 px', async ({ desk, page }) => {
  test.setTimeout(360_000);
  await page.goto('/');
  await expect(page.getByLabel('Login')).toBeVisible();
  await check(page, 'signing in');

  await page.setViewportSize(wide);
  await desk.begin('agent14');
  await page.setViewportSize(narrow);
  await page.getByRole('button', { name: 'Phone', exact: true }).click();
  await expect(desk.root).toBeInViewport();

  /** The present view in every language; English is the last. */
  const everyLanguage = async (view: string): Promise<void> => {
    for (const name of ['Українська', 'Русский', 'English'] as const) {
      await speak(desk, name);
      await check(page, `${view}, ${name}`);
    }
  };
  await test.step('available, and its pages', async () => {
    await everyLanguage('available');
    for (const item of ['Sound and line check', 'My calls today', 'Keyboard shortcuts']) {
      await desk.openMenu();
      await desk.menuItem(item).click();
      await expect(desk.root.getByRole('heading', { name: item })).toBeVisible();
      await everyLanguage(item);
      await desk.button('Back').click();
    }
    await desk.openMenu();
    // Material draws a menu beside the landmarks, where a menu, unlike a dialog, is not looked for.
    await check(page, 'menu', ['region']);
    await page.keyboard.press('Escape');
    await desk.button('Pause').click();
    await expect(page.getByRole('dialog', { name: 'Reasons for a pause' })).toBeVisible();
    await check(page, 'choosing a pause');
    await page.getByRole('option', { name: 'Meeting' }).click();
    await desk.shows('Pause');
    await everyLanguage('on a pause');
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
  });

  await test.step('in a call, on hold, after it', async () => {
    await desk.talk();
    await everyLanguage('in a call');
    await desk.button('Keys').click();
    await check(page, 'keys');
    await desk.button('Hold').click();
    await desk.shows('On hold');
    await check(page, 'on hold');
    await desk.hangUpFrom('On hold');
    await expect(desk.clerical).toBeVisible();
    await check(page, 'clerical');
    await desk.setCode();
    await desk.shows('Available');
  });

  await test.step('after a call, in the other languages', async () => {
    for (const name of languageNames.filter((language) => language !== 'English')) {
      const text = languages[name];
      await speak(desk, name);
      await desk.stage({ state: 'STATE_CLERICAL', status: 'clerical', callTraceID: '1', ani: '0661234501' });
      await expect(page.getByRole('dialog', { name: text.howDidItEnd })).toBeVisible();
      await check(page, `clerical, ${name}`);
      await desk.stage({});
      await desk.shows(text.appearance.available);
    }
  });
});

test('motion only where it is wanted', async ({ desk, page }) => {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await desk.begin('agent15');
  await desk.call('0661234503');
  await desk.shows('Ringing');
  await expect.poll(moving).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(moving).toBeGreaterThan(0);
  await desk.press('Cancel', 'Ringing');
  await expect(desk.clerical.or(desk.primary('Call'))).toBeVisible();
  if (await desk.clerical.isVisible()) await desk.setCode();
  await desk.shows('Available');
});
