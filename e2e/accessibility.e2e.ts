import type { Locator, Page } from '@playwright/test';
import { paleTexts, themes, violations, wear } from './axe';
import { expect, test } from './desk';
import { languageNames, languages } from './languages';
import { everydayIf } from './everyday';

/**
 * The demo app's gallery shows every view of the desk without a server. Here it is tested in each language and theme.
 */

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

// Desks side by side repeat landmarks and headings; one desk on a page does not.
const repeated = ['landmark-unique', 'page-has-heading-one', 'region', 'heading-order'];

async function openGallery(page: Page, language: string, scene?: string): Promise<void> {
  const query = new URLSearchParams({ language, ...(scene !== undefined && { scene }) });
  await page.goto(`/gallery?${query.toString()}`);
  await expect(page.locator(`mediatel-desk [lang=${language}]`).first()).toBeVisible();
  await expect(page.getByText('…', { exact: true })).toHaveCount(0);
}

const figure = (page: Page, scene: string): Locator =>
  page.locator('figure').filter({ has: page.locator('figcaption').getByText(scene, { exact: true }) });

/** Opens what a view shows on demand. */
async function unfold(page: Page): Promise<void> {
  await figure(page, 'keys').locator('mediatel-call-controls button.keys').click();
  await figure(page, 'earlier contacts').locator('button.history').click();
  await expect(page.getByRole('table')).toHaveCount(1);
  // Dozens, most of them out of view: clicked without scrolling to each.
  await page
    .locator('mediatel-notice .unfold, mediatel-missed-page summary')
    .evaluateAll((folded) => folded.forEach((button) => button instanceof HTMLElement && button.click()));
  await expect(page.locator('mediatel-notice .unfold[aria-expanded=false]')).toHaveCount(0);
}

/** No horizontal scrolling, and the primary action is fully visible. */
async function faultsOfLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('mediatel-desk')].flatMap((desk) => {
      const scene = desk.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
      const { bottom, right } = desk.getBoundingClientRect();
      const action = desk.querySelector('mediatel-primary-action button')?.getBoundingClientRect();
      const body = desk.querySelector('.body');
      return [
        right > innerWidth && `${scene}: wider than the window`,
        body !== null && body.scrollWidth > body.clientWidth && `${scene}: scrolls sideways`,
        action !== undefined && action.bottom > bottom && `${scene}: the primary action is cut`,
      ].filter((fault) => fault !== false);
    }),
  );
}

const languageTags = languageNames.map((name) => languages[name].language);

/** What opens over a desk: the scene, and the button that opens it. */
const over = [
  ['clerical dialog', null],
  ['clerical dialog, long', null],
  ['floating', null],
  ['available', 'mediatel-desk-menu button'],
  ['40 pauses', 'mediatel-pause-menu button'],
] as const;

/** Shows another scene through the router: the page is not loaded again. */
async function openOver(page: Page, language: string, [scene, opener]: (typeof over)[number]): Promise<void> {
  await page.evaluate(
    (address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `/gallery?${new URLSearchParams({ language, scene }).toString()}`,
  );
  await expect(figure(page, scene)).toBeVisible();
  await expect(page.locator('mediatel-desk')).toHaveCount(1);
  if (opener !== null) await page.locator(opener).click();
  if (scene !== 'floating') await expect(page.getByRole(scene === 'available' ? 'menu' : 'dialog')).toBeVisible();
  await expect(page.getByText('…', { exact: true })).toHaveCount(0);
}

// Names, roles and structure don't depend on the theme: they are tested once in each language. What depends on colours
// is tested in each language and theme, because longer words may lie on another background.

for (const language of languageTags) {
  test(
    `every view in ${language}: no violations, no text too pale in any theme, nothing cut at 360 px`,
    everydayIf(language === 'uk'),
    async ({ page }) => {
      // A dozen checks of fifty desks: seconds each on a quiet machine, a minute on a busy one.
      test.setTimeout(900_000);
      const inEachTheme = async (view: string): Promise<void> => {
        for (const theme of themes) {
          await wear(page, theme);
          expect.soft(await paleTexts(page, theme), `${view}, ${theme}`).toEqual([]);
        }
      };
      await page.setViewportSize(wide);
      await openGallery(page, language);
      await unfold(page);
      expect(await violations(page, repeated)).toEqual([]);
      await inEachTheme('side by side');
      await page.setViewportSize(narrow);
      expect(await faultsOfLayout(page)).toEqual([]);
      for (const view of over) {
        await openOver(page, language, view);
        expect.soft(await violations(page, repeated), view[0]).toEqual([]);
        await inEachTheme(view[0]);
        await page.keyboard.press('Escape');
      }
    },
  );
}

test('signing in and the page around the phone: no violations in light and dark, wide and narrow', async ({
  desk,
  page,
}) => {
  const check = async (view: string): Promise<void> => {
    for (const [theme, size] of [
      ['light', wide],
      ['dark', narrow],
    ] as const) {
      await page.setViewportSize(size);
      await wear(page, theme);
      expect.soft(await violations(page), `${view}, ${theme}`).toEqual([]);
      expect.soft(await paleTexts(page, theme), `${view}, ${theme}`).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${view}: width`).toBeLessThanOrEqual(size.width);
    }
  };
  await page.goto('/');
  await expect(page.getByLabel('Login')).toBeVisible();
  await check('signing in');
  await page.setViewportSize(wide);
  await desk.begin('agent14');
  await check('available');
});

test('a planted violation is found', async ({ page }) => {
  await openGallery(page, 'en', 'available');
  await wear(page, 'light');
  expect(await violations(page, repeated)).toEqual([]);
  await page
    .locator('.word')
    .first()
    .evaluate((word) => word instanceof HTMLElement && word.style.setProperty('color', '#9a9a9a'));
  await page.locator('mediatel-keypad').evaluate((keypad) => keypad.querySelector('button')?.replaceChildren());
  await page
    .locator('mediatel-keypad button')
    .first()
    .evaluate((key) => key.removeAttribute('aria-label'));
  expect((await paleTexts(page, 'light')).some((line) => line.startsWith('color-contrast:'))).toBe(true);
  expect((await violations(page, repeated)).some((line) => line.startsWith('button-name:'))).toBe(true);
});

test('motion only if it is wanted', async ({ desk, page }) => {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await desk.begin('agent15');
  // Only a call to the operator needs the eye: a call that the operator makes does not move.
  await desk.stage({ state: 'STATE_CALL_DELIVERED', status: 'start_dialing', ani: '0661234503', callTraceID: '77' });
  await desk.shows('Incoming call');
  await expect.poll(moving).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(moving).toBeGreaterThan(0);
  await desk.stage({});
  await desk.shows('Available');
});
