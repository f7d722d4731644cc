import { type Page, expect, test } from '@playwright/test';
import { tourWords } from '../../projects/demo-app/tour/tour.words';
import { type TourStepName, tourStepNames } from '../../projects/demo-app/tour/tour-step';
import { sceneNow } from '../../projects/demo-app/gallery/desk-scene';
import { compare, enlarge, openApp, serveGallery } from './gallery';
import { drive, phoneIsReady, playServer } from './still-server';

serveGallery();

const words = tourWords.en;
// The strip is as wide as the window, its text is not: 1366 × 625 and 1920 × 1080 show the same as 1280 × 800.
const small = ['360', '1280'] as const;

/** The tour at a step, as an earlier visit left it. */
async function openTour(page: Page, step: TourStepName, path = '/training', isFinished = false): Promise<void> {
  await playServer(page, { role: 'operator' });
  const before = tourStepNames.slice(0, isFinished ? undefined : tourStepNames.indexOf(step));
  const results = Object.fromEntries(before.map((name, i) => [name, i === 4 ? 'skipped' : 'done']));
  const kept = { status: isFinished ? 'finished' : 'running', step, results, finishedAt: isFinished ? sceneNow : null };
  await page.addInitScript((tour) => localStorage.setItem('verba.tour.agent1', tour), JSON.stringify(kept));
  await openApp(page, path);
  await phoneIsReady(page);
}

for (const size of small) {
  test(`steps of the first shift at ${size}`, async ({ page }) => {
    await enlarge(page, size);
    await openTour(page, 'firstCall');
    const title = page.locator('app-tour-strip strong');
    await expect(title).toHaveText(words.steps.firstCall.title);
    await compare(page, 'training/tour-behind', size === '360' ? [size] : []);
    if (size === '360') await page.getByRole('button', { name: 'Phone', exact: true }).click();
    await compare(page, 'training/tour-call', [size]);
    await drive(page, 'callGoesOut', 'customerRings', 'talk');
    await expect(title).toHaveText(words.steps.mute.title);
    await compare(page, 'training/tour-mute', [size]);
    await page.getByRole('button', { name: words.skip }).click();
    await page.getByRole('button', { name: words.skip }).click();
    await page.getByRole('button', { name: words.skip }).click();
    await drive(page, 'hangUp');
    await expect(title).toHaveText(words.steps.code.title);
    await expect(page.locator('mediatel-clerical-form').first()).toBeVisible();
    await compare(page, 'training/tour-code', [size]);
  });
}

test('the last step of the first shift', async ({ page }) => {
  await openTour(page, 'network');
  await page.getByRole('button', { name: words.skip }).click();
  await expect(page.locator('app-tour-strip').getByRole('link', { name: words.open })).toBeVisible();
  await compare(page, 'training/tour-over', small);
});

test('the result of the first shift', async ({ page }) => {
  await openTour(page, 'network', '/first-shift', true);
  await expect(page.locator('app-tour-page h1')).toBeVisible();
  await compare(page, 'training/first-shift', small);
});
