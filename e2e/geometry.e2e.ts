import type { Locator, Page } from '@playwright/test';
import { type Theme, themes, wear } from './axe';
import { expect, test } from './desk';
import { type Painted, contrast, painted } from './theme-host/painted';
import { hiddenKeys, geometryIn, placeDesks } from './geometry/desk-faults';
import { placeholders } from './geometry/placeholders';
import { roomOf, textSizes, windows } from './geometry/windows';
import { languageNames, languages } from './languages';
import { everydayIf, full } from './everyday';

/** All desks of the gallery side by side: each size of the matrix is one layout of all states at once. */
async function openGallery(page: Page, language: string): Promise<void> {
  await page.goto(`/gallery?language=${language}`);
  await expect(page.locator(`mediatel-desk [lang=${language}]`).first()).toBeVisible();
  await expect(page.getByText('…', { exact: true })).toHaveCount(0);
  await scene(page, 'keys').locator('mediatel-call-controls button.keys').click();
  await expect(page.locator('mediatel-call-panel mediatel-keypad')).toHaveCount(1);
}

const scene = (page: Page, name: string): Locator =>
  page.locator('figure').filter({ has: page.locator('figcaption').getByText(name, { exact: true }) });

// Each pair of a window, a size of text and a language is tested, with all states.
for (const [at, name] of languageNames.entries()) {
  const { language } = languages[name];
  test(
    `in ${name}: nothing overlaps, nothing is cut, one place for the primary action`,
    everydayIf(language === 'uk'),
    async ({ page }) => {
      test.setTimeout(300_000);
      await openGallery(page, language);
      await placeDesks(page);
      for (const [row, window] of windows.entries()) {
        const text = textSizes[(row + at) % textSizes.length] ?? 1;
        const where = `${window.width} × ${window.height}, text ${text * 100} %`;
        const { faults, slots } = await geometryIn(page, roomOf(window, text), text);
        expect.soft(faults, where).toEqual([]);
        expect(Object.keys(slots).length).toBeGreaterThan(30);
        expect.soft(new Set(Object.values(slots)).size, `${where}: ${JSON.stringify(slots)}`).toBe(1);
        const hidden = text === 1 && window.height > 600 ? await hiddenKeys(page) : [];
        expect.soft(hidden, where).toEqual([]);
      }
    },
  );
}

test('the buttons of a call have one height, muted or not, in each language', async ({ page }) => {
  const heightIn = async (name: string): Promise<number | undefined> =>
    (await scene(page, name).locator('mediatel-call-controls').boundingBox())?.height;
  for (const name of languageNames) {
    await openGallery(page, languages[name].language);
    expect(await heightIn('in a call'), name).toBe(64);
    expect(await heightIn('muted'), name).toBe(64);
  }
});

const least = (theme: Theme): number => (theme.startsWith('contrast') ? 7 : 4.5);

test('placeholders have the contrast of text, in each theme', full, async ({ page }) => {
  await openGallery(page, 'en');
  for (const theme of themes) {
    await wear(page, theme);
    const fields = await placeholders(page);
    expect(fields.length).toBeGreaterThan(10);
    const pale = fields.filter(({ text, fill }) => contrast(text, fill) < least(theme));
    expect.soft(pale, theme).toEqual([]);
  }
});

const redness = ({ fill: [red, green, blue] }: Painted): number => red - Math.max(green, blue);

test('red is for ending alone, and muted is unmistakable', async ({ page }) => {
  await openGallery(page, 'en');
  const muted = scene(page, 'muted');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    const [unmute, hold, hangUp] = await Promise.all([
      painted(muted.locator('mediatel-call-controls .mute')),
      painted(muted.locator('mediatel-call-controls .hold')),
      painted(muted.locator('mediatel-primary-action button')),
    ]);
    expect(redness(unmute)).toBeLessThan(20);
    expect(redness(hangUp)).toBeGreaterThan(100);
    expect(contrast(hangUp.text, hangUp.fill)).toBeGreaterThanOrEqual(4.5);
    const frame = await painted(muted.locator('.frame'));
    expect(contrast(hangUp.fill, frame.fill)).toBeGreaterThanOrEqual(3);
    // Pressed and not pressed differ at a glance.
    expect(contrast(unmute.fill, hold.fill)).toBeGreaterThanOrEqual(7);
  }
  await expect(muted.locator('mediatel-agent-state-bar .word')).toHaveText(/^\s*Muted\s+· In a call/);
  await expect(muted.locator('mediatel-agent-state-bar')).toHaveCSS('background-image', /repeating-linear-gradient/);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(muted.locator('mediatel-call-controls .mute')).toHaveCSS('border-top-style', 'double');
  await expect(muted.locator('mediatel-agent-state-bar')).toHaveCSS('border-bottom-style', 'dashed');
});

test('what opens over a dark desk has a surface and an edge of its own', full, async ({ page }) => {
  await openGallery(page, 'en');
  await wear(page, 'dark');
  const desk = scene(page, 'available');
  const behind = await painted(desk.locator('.frame'));
  const opened = [
    ['mediatel-pause-menu button', '[role=dialog].panel', 'border-top-color'],
    ['mediatel-desk-menu button', '.mat-mdc-menu-panel', 'box-shadow'],
    ['mat-select', '.mat-mdc-select-panel', 'box-shadow'],
  ] as const;
  for (const [opener, overlay, edge] of opened) {
    await desk.locator(opener).click();
    const panel = page.locator(overlay);
    await expect(panel).toBeVisible();
    const { fill } = await painted(panel);
    expect.soft(contrast(fill, behind.fill), overlay).toBeGreaterThan(1.15);
    const variant = await page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.color = 'var(--mat-sys-outline-variant)';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
    const drawn = await panel.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), edge);
    expect.soft(drawn, overlay).toContain(variant);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  }
});

test('the demo app’s shell gives the desk the rooms that are tested here', async ({ desk, page }) => {
  await desk.begin('agent13');
  for (const window of windows)
    for (const text of textSizes) {
      await page.setViewportSize(window);
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}px`), 16 * text);
      const phone = page.getByRole('button', { name: 'Phone', exact: true });
      if (window.width < 900 && (await phone.getAttribute('aria-pressed')) === 'false') await phone.click();
      const where = `${window.width} × ${window.height}, text ${text * 100} %`;
      const dock = await page.locator('app-phone-dock').evaluate((element) => {
        const { paddingLeft, paddingTop } = getComputedStyle(element);
        return {
          width: element.clientWidth - 2 * parseFloat(paddingLeft),
          height: element.clientHeight - 2 * parseFloat(paddingTop),
        };
      });
      const room = roomOf(window, text);
      expect.soft(Math.abs(dock.width - room.width), `${where}: width`).toBeLessThanOrEqual(1);
      expect.soft(dock.height, `${where}: height`).toBeGreaterThanOrEqual(room.height - 1);
      await expect.soft(desk.primary('Call'), where).toBeInViewport({ ratio: 1 });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(window.width);
    }
});
