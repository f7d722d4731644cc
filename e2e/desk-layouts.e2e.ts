import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { full } from './everyday';

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${menu}: `) }).click();
  await page.getByRole('menuitemradio', { name: item }).click();
  await expect(page.locator('.mat-mdc-menu-panel')).toHaveCount(0);
}

async function box(desk: Desk) {
  const found = await desk.root.boundingBox();
  if (found === null) throw new Error('The desk is not to be seen');
  return { left: found.x, top: found.y, right: found.x + found.width, bottom: found.y + found.height };
}

test(
  'floating: dragged and moved by keyboard from corner to corner, inside the window, remembered',
  full,
  async ({ desk, page }) => {
    const size = { width: 1280, height: 800 };
    await page.setViewportSize(size);
    await desk.begin('agent20');
    await choose(page, 'Phone', 'Floating');
    await expect.poll(async () => (await box(desk)).right).toBe(size.width - 12);
    expect((await box(desk)).bottom).toBe(size.height - 12);

    await test.step('by pointer: held inside the window, then to the nearest corner', async () => {
      const { x, y } = (await desk.bar.locator('.word').boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.move(x + 5, y + 5);
      await page.mouse.down();
      await page.mouse.move(400, 300, { steps: 4 });
      await page.mouse.move(-50, -200, { steps: 4 });
      const held = await box(desk);
      expect(held.left).toBeGreaterThanOrEqual(0);
      expect(held.top).toBeGreaterThanOrEqual(0);
      await page.mouse.up();
      await expect.poll(async () => (await box(desk)).left).toBe(12);
      expect((await box(desk)).top).toBe(12);
    });
    await test.step('remembered', async () => {
      await page.reload();
      await desk.ready();
      expect(await box(desk)).toMatchObject({ left: 12, top: 12 });
    });
    await test.step('by keyboard: the next corner', async () => {
      await desk.button('More').focus();
      await page.keyboard.press('Enter');
      await desk.menuItem('Move to the next corner').focus();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await box(desk)).right).toBe(size.width - 12);
      expect((await box(desk)).top).toBe(12);
    });
    await test.step('inside a smaller window too', async () => {
      await page.setViewportSize({ width: 920, height: 480 });
      await expect.poll(async () => (await box(desk)).right).toBe(908);
      const { top, bottom } = await box(desk);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(480);
      await expect(desk.primary('Call')).toBeInViewport({ ratio: 1 });
    });
  },
);

test('across the page: calls and their work side by side; at 360 px the phone has its own page', async ({
  desk,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await desk.begin('agent19');
  await choose(page, 'Phone', 'Across the page');
  await expect.poll(async () => (await box(desk)).right - (await box(desk)).left).toBeGreaterThan(1200);
  const number = await desk.number.boundingBox();
  const call = await desk.primary('Call').boundingBox();
  expect(call?.x).toBeGreaterThan((number?.x ?? 0) + (number?.width ?? 0));
  await desk.talk();
  await desk.hangUp();
  // It is a part of the desk, not a dialog over the page.
  await expect(desk.root.getByRole('option').first()).toBeVisible();
  await expect(desk.clericalDialog).toBeHidden();
  await desk.root.getByRole('option').first().click();
  await desk.press('Save, be available', 'After call');
  await desk.shows('Available');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Phone', exact: true }).click();
  await expect(desk.primary('Call')).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('high contrast is offered, remembered, and taken from the system', full, async ({ desk, page }) => {
  const primary = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--mat-sys-on-surface').trim());
  await desk.begin('agent20');
  const plain = await primary();
  await choose(page, 'Appearance', 'High contrast');
  const strong = await primary();
  expect(strong).not.toBe(plain);
  await page.reload();
  await desk.ready();
  expect(await primary()).toBe(strong);
  await choose(page, 'Appearance', 'Use system setting');
  expect(await primary()).toBe(plain);
  await page.emulateMedia({ contrast: 'more' });
  expect(await primary()).toBe(strong);
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  const edge = await desk.root
    .locator('.frame')
    .evaluate(
      (frame) => getComputedStyle(frame, '::after').borderTopStyle + getComputedStyle(frame, '::after').borderTopWidth,
    );
  expect(edge).toMatch(/^solid[35]px$/);
});
