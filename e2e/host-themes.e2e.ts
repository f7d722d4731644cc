import { type Locator, type Page, expect, test } from '@playwright/test';
import { HostPage, buildHost } from './theme-host/host-page';
import { layoutFaults } from './theme-host/layout-faults';
import { type Painted, contrast, luminance, painted } from './theme-host/painted';
import { type HostTheme, hostThemes } from './theme-host/themes';
import { everydayIf } from './everyday';

test.use({ viewport: { width: 1280, height: 800 } });
test.beforeAll(() => {
  test.setTimeout(420_000);
  buildHost();
});

const picture = (page: Page, theme: string, moment: string): Promise<unknown> =>
  page.screenshot({ path: test.info().outputPath(`${theme}, ${moment}.png`) });

/** Opaque, light or dark as the page, and its text readable. */
function expectSurface({ text, fill }: Painted, isDark: boolean): void {
  expect(fill[3]).toBe(1);
  expect(luminance(fill) < 0.18).toBe(isDark);
  expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
}

/** All computed properties of the host's own elements. */
const hostsOwn = (page: Page): Promise<readonly string[]> =>
  page.locator('main > h2, main > p, main > p > input, #host-button, #host-button *').evaluateAll((elements) =>
    elements.map((element) => {
      const style = getComputedStyle(element);
      return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
    }),
  );

/** No theme at all, and the one that is furthest from ours. */
const everyday: ReadonlySet<string> = new Set(['no theme', 'Material 2, dark']);

for (const theme of hostThemes) {
  test(
    `the host's own elements stay as they are: ${theme.name}`,
    everydayIf(everyday.has(theme.name)),
    async ({ page }) => {
      const host = new HostPage(page);
      await host.open(theme, { bare: true });
      const before = await hostsOwn(page);
      expect(before.length).toBeGreaterThan(5);
      await host.open(theme);
      expect(await hostsOwn(page)).toEqual(before);
    },
  );

  test(`the desk looks right: ${theme.name}`, everydayIf(everyday.has(theme.name)), async ({ page }) => {
    const host = new HostPage(page);
    await host.open(theme);
    await host.signIn();
    expectSurface(await painted(host.desk.locator('.frame')), theme.isDark);
    expect(await layoutFaults(host.desk)).toEqual([]);
    expect(await layoutFaults(page.locator('main mediatel-dialer'))).toEqual([]);
    await picture(page, theme.name, 'available');

    await host.desk.getByRole('combobox').click();
    const queues = page.getByRole('listbox');
    expectSurface(await painted(queues.getByRole('option').last(), '[role=listbox]'), theme.isDark);
    await page.keyboard.press('Escape');
    await host.desk.getByRole('button', { name: 'More' }).hover();
    const tip = await painted(page.locator('.mat-mdc-tooltip-surface'));
    expect(contrast(tip.text, tip.fill)).toBeGreaterThanOrEqual(4.5);
    expect(tip.fill[3]).toBeGreaterThan(0.85);

    await host.desk.getByRole('button', { name: 'Pause' }).click();
    const pauses = page.getByRole('dialog', { name: 'Reasons for a pause' });
    expectSurface(await painted(pauses), theme.isDark);
    await picture(page, theme.name, 'pauses');
    await page.keyboard.press('Escape');

    await host.desk.getByRole('button', { name: 'More' }).click();
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    await expect.poll(() => menu.evaluate((panel) => panel.getAnimations({ subtree: true }).length)).toBe(0);
    const item = menu.getByRole('menuitem').nth(1).locator('.mat-mdc-menu-item-text');
    expectSurface(await painted(item, '[role=menu]'), theme.isDark);
    expect(await layoutFaults(menu)).toEqual([]);
    await picture(page, theme.name, 'menu');
    await page.keyboard.press('Escape');

    await host.call();
    await host.primary.hover();
    await host.primary.focus();
    await expect.poll(async () => redness(await painted(host.primary))).toBeGreaterThan(50);
    const { text, fill, size } = await painted(host.primary);
    expect(fill[3]).toBe(1);
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(size).toBeGreaterThanOrEqual(16);
    expect(await layoutFaults(host.desk)).toEqual([]);
    await picture(page, theme.name, 'in a call');
    await host.desk.getByRole('button', { name: 'Keys' }).click();
    expect(await layoutFaults(host.desk)).toEqual([]);
    await picture(page, theme.name, 'keys');

    await host.snapshot('STATE_CLERICAL');
    await expect(host.desk.locator('mediatel-clerical-form')).toBeVisible();
    expect(await layoutFaults(host.desk)).toEqual([]);
    await picture(page, theme.name, 'after the call');
    await host.desk.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    const dialog = page.getByRole('dialog', { name: 'How did it end?' });
    await expect(dialog).toBeVisible();
    expectSurface(await painted(dialog.getByRole('heading'), '.mat-mdc-dialog-surface'), theme.isDark);
    expect(await layoutFaults(dialog)).toEqual([]);
    await picture(page, theme.name, 'after the call, beside a page');
    expect(host.warnings.filter((words) => words.startsWith('mediatel-lib'))).toHaveLength(theme.hasTheme ? 0 : 1);
  });
}

const redness = ({ fill: [red, green, blue] }: Painted): number => red - Math.max(green, blue);

const bare: HostTheme = { name: 'some tokens', sheets: [], isDark: false, hasTheme: false };
const background = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => getComputedStyle(element).backgroundColor);

test('a token of the host wins, in the overlays too', async ({ page }) => {
  const host = new HostPage(page);
  await host.open({ ...bare, css: 'html { --mat-sys-surface-container: rgb(1, 200, 3); }' });
  await host.signIn();
  await host.desk.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await background(page.getByRole('menu'))).toBe('rgb(1, 200, 3)');
  expect(await background(host.desk.locator('.foot'))).toBe('rgb(1, 200, 3)');
});

test('a theme of the place around the desk holds for its overlays', async ({ page }) => {
  const host = new HostPage(page);
  await host.open({ ...bare, css: 'theme-host { --mat-sys-surface-container: rgb(1, 200, 3); }' });
  await host.signIn();
  await host.desk.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await background(page.getByRole('menu'))).toBe('rgb(1, 200, 3)');
});

test('a colour scheme at the desk alone holds for its overlays', async ({ page }) => {
  const host = new HostPage(page);
  await host.open({ ...bare, css: 'mediatel-desk { color-scheme: dark; }' });
  await host.signIn();
  expectSurface(await painted(host.desk.locator('.frame')), true);
  await host.desk.getByRole('button', { name: 'Pause' }).click();
  expectSurface(await painted(page.getByRole('dialog', { name: 'Reasons for a pause' })), true);
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('normal');
});

test('the desk follows the page from light to dark and back, and takes a theme that comes later', async ({ page }) => {
  const host = new HostPage(page);
  await host.open({ ...bare, sheets: ['bootstrap'] });
  const isDark = async (): Promise<boolean> => luminance((await painted(host.desk.locator('.frame'))).fill) < 0.18;
  expect(await isDark()).toBe(false);
  await page.evaluate(() => document.documentElement.setAttribute('data-bs-theme', 'dark'));
  await expect.poll(isDark).toBe(true);
  await page.evaluate(() => document.documentElement.removeAttribute('data-bs-theme'));
  await expect.poll(isDark).toBe(false);
  await page.evaluate(() => (document.body.style.background = '#101010'));
  await expect.poll(isDark).toBe(true);
  await page.addStyleTag({ content: 'html { --mat-sys-surface-container-low: rgb(240, 1, 1); }' });
  await expect.poll(() => background(host.desk.locator('.frame'))).toBe('rgb(240, 1, 1)');
});
