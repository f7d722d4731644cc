import { type Page, expect, test } from '@playwright/test';
import { openApp, serveGallery } from './gallery';
import { phoneIsReady, playServer } from './still-server';
import { flight, people, progress, score } from './training-answers';
import { tourStepNames } from '../../projects/demo-app/tour/tour-step';
import { sceneNow } from '../../projects/demo-app/gallery/desk-scene';

serveGallery();

/** What looks as if it could be pressed: controls with a frame, a ground or an icon of their own. */
const controls = (page: Page): Promise<string[]> =>
  page.locator('button, select, input, textarea, audio, summary, a, [role=slider]').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        const { borderBlockStartWidth, backgroundColor, backgroundImage, textDecorationLine } = getComputedStyle(one);
        const isBare =
          one.matches('button, a, summary, select') &&
          borderBlockStartWidth === '0px' &&
          /^rgba\(.*, 0\)$/.test(backgroundColor) &&
          backgroundImage === 'none' &&
          textDecorationLine === 'none' &&
          !one.querySelector('app-icon, mediatel-icon')?.checkVisibility();
        return !isBare;
      })
      .map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim() || one.getAttribute('aria-label')}`),
  );

/** Widest overhang beyond the paper (px). */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function print(page: Page): Promise<void> {
  // A4 at 96 dpi, without its margins.
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.emulateMedia({ media: 'print' });
}

test('a printed score has its times and no buttons', async ({ page }) => {
  const answers = {
    'GET /api/training/runs/run-1/score': { json: score },
    'GET /api/training/runs/run-1/flight': { json: flight },
  };
  await playServer(page, { role: 'operator', answers });
  await openApp(page, '/training/runs/run-1');
  await phoneIsReady(page);
  await expect(page.getByRole('link', { name: /^Replay the desk from/ })).toHaveCount(4);
  const times = await page.locator('app-scored-call .there button').allTextContents();
  await print(page);
  expect(await controls(page)).toEqual([]);
  await expect(page.locator('app-scored-call .there button').first()).toBeVisible();
  expect(times.length).toBeGreaterThan(0);
  expect(await beyond(page)).toBe(0);
});

test('a printed first shift has its table and no buttons', async ({ page }) => {
  await playServer(page, { role: 'operator' });
  const results = Object.fromEntries(tourStepNames.map((name) => [name, 'done']));
  const kept = { status: 'finished', step: 'network', results, finishedAt: sceneNow };
  await page.addInitScript((tour) => localStorage.setItem('verba.tour.agent1', tour), JSON.stringify(kept));
  await openApp(page, '/first-shift');
  await phoneIsReady(page);
  await expect(page.locator('app-tour-page tbody tr')).toHaveCount(tourStepNames.length);
  await print(page);
  expect(await controls(page)).toEqual([]);
  await expect(page.locator('app-tour-page tbody tr').last()).toBeVisible();
  expect(await beyond(page)).toBe(0);
});

test('printed progress and class table have no buttons', async ({ page }) => {
  const answers = {
    'GET /api/training/people/agent1/progress': { json: progress },
    'GET /api/training/class': { json: { people } },
  };
  await playServer(page, { role: 'trainer', answers });
  for (const path of ['/training/progress?person=agent1', '/training/class']) {
    await openApp(page, path);
    await expect(page.locator('app-points-bar, tbody tr').first()).toBeVisible();
    await print(page);
    expect.soft(await controls(page), path).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
});
