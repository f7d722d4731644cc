import { expect, test } from './desk';
import { speak } from './languages';
import { bothSizes, picture } from './picture';
import { tourWords } from '../projects/demo-app/tour/tour.words';

const wide = { width: 1280, height: 800 };
const words = tourWords.en;

test('the training page and the first shift', async ({ desk, page }) => {
  await page.setViewportSize(wide);
  await desk.begin('agent16');
  await page.getByRole('button', { name: 'Close the hints' }).click();
  await page.getByRole('link', { name: 'Training' }).first().click();
  await expect(page.getByRole('button', { name: 'Start: Promise to pay' })).toBeVisible();
  await picture(page, 'training', bothSizes);
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Start: First outgoing call' }).click();
  await expect(page.locator('app-lessons-list .now')).toContainText('Call the customer');
  await picture(page, 'training-run', bothSizes);
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();

  const strip = page.locator('app-tour-strip');
  const skipTo = async (title: string): Promise<void> => {
    await page.setViewportSize(wide);
    while ((await strip.locator('strong').innerText()) !== title) {
      const before = await strip.locator('strong').innerText();
      await strip.getByRole('button', { name: words.skip }).click();
      await expect(strip.locator('strong')).not.toHaveText(before);
    }
  };
  await page.getByRole('button', { name: words.begin, exact: true }).click();
  await expect(strip.locator('strong')).toHaveText(words.steps.sound.title);
  await skipTo(words.steps.firstCall.title);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Phone', exact: true }).click();
  await picture(page, 'tour-call', bothSizes);
  await desk.talk();
  await expect(strip.locator('strong')).toHaveText(words.steps.mute.title);
  await skipTo(words.steps.hold.title);
  await picture(page, 'tour-hold', bothSizes);
  await skipTo(words.steps.code.title);
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  await picture(page, 'tour-code', bothSizes);
  await desk.setCode();
  await skipTo(words.steps.network.title);
  await speak(desk, 'Українська');
  await expect(strip.locator('strong')).toHaveText(tourWords.uk.steps.network.title);
  await picture(page, 'tour-network-uk', bothSizes);
  await page.setViewportSize(wide);
  await strip.getByRole('button', { name: tourWords.uk.skip }).click();
  await strip.getByRole('link', { name: tourWords.uk.open }).click();
  await expect(page.locator('app-tour-page h1')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: 'Training' }).last().click();
  await page.getByRole('link', { name: tourWords.uk.open }).last().click();
  await picture(page, 'first-shift', bothSizes);
});
