import { type Locator, type Page, expect, test } from '@playwright/test';
import { compare, enlarge, open, serveGallery } from './gallery';

serveGallery();

/** The docked desk of a scene. It is as wide on every screen: the height decides what is seen. */
async function openDesk(page: Page, scene: string): Promise<Locator> {
  await open(page, { scene });
  return page.locator('mediatel-desk');
}

for (const size of ['360', '1366'] as const) {
  test(`what opens over the desk at ${size}`, async ({ page }) => {
    await enlarge(page, size);
    const desk = await openDesk(page, 'available');
    const menus = page.locator('.mat-mdc-menu-panel');
    await desk.locator('mediatel-desk-menu button').click();
    await expect(menus.getByRole('menuitem').first()).toBeVisible();
    await compare(page, 'desk/menu', [size]);
    await page.getByRole('menuitem', { name: 'Language' }).click();
    await expect(menus).toHaveCount(2);
    await compare(page, 'desk/menu-language', [size]);
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(0);
    await desk.locator('mediatel-pause-menu button').click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await compare(page, 'desk/pauses', [size]);
    await page.keyboard.press('Escape');
    await desk.locator('mat-select').first().click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await compare(page, 'desk/queues', [size]);
  });
}

test('the details of a problem', async ({ page }) => {
  const desk = await openDesk(page, 'offline');
  await desk.getByRole('button', { name: 'Details' }).click();
  await expect(desk.getByText('xhr poll error')).toBeVisible();
  await compare(page, 'desk/offline-details', ['360', '1366']);
});
