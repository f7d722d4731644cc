import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';

async function violations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the desk has no accessibility violations in any state (${colorScheme})`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expect(page.getByLabel('Login')).toBeVisible();
    expect(await violations(page), 'signing in').toEqual([]);

    await desk.signIn(colorScheme === 'light' ? 'agent14' : 'agent15');
    await desk.ready();
    expect(await violations(page), 'available').toEqual([]);

    await desk.root.getByRole('button', { name: 'Pause' }).click();
    const reasons = page.getByRole('dialog', { name: 'Reasons for a pause' });
    await expect(reasons).toBeVisible();
    expect(await violations(page), 'choosing a pause').toEqual([]);
    await reasons.getByRole('option').nth(1).click();
    await desk.shows('Pause');
    expect(await violations(page), 'on a pause').toEqual([]);
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');

    await desk.call('0661234501');
    await desk.shows('In a call');
    expect(await violations(page), 'in a call').toEqual([]);
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    expect(await violations(page), 'clerical').toEqual([]);
    await desk.setCode();
    await desk.shows('Available');
  });
}
