import type { Locator, Page } from '@playwright/test';
import { paleTexts, violations, wear } from './axe';
import { type Desk, expect, test } from './desk';
import { type Language, languageNames, languages, speak } from './languages';
import { tourWords } from '../projects/demo-app/tour/tour.words';
import { type TourStepName, tourStepNames } from '../projects/demo-app/tour/tour-step';
import { full } from './everyday';

const words = tourWords.en;
const pages = { en: 'Training', uk: 'Навчання', ru: 'Обучение' } as const;

/** The tour as a newcomer sees it. */
class TourStrip {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('app-tour-strip section');
  }

  /** Waits until this step is the present one. */
  async at(step: TourStepName, after?: TourStepName): Promise<void> {
    await expect(this.root.locator('strong')).toHaveText(words.steps[step].title, { timeout: 25_000 });
    if (after !== undefined) await expect(this.root.getByRole('status')).toContainText(words.steps[after].title);
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name });
  }

  /** The parts of the desk that have a frame: each frame lies exactly around one of them. */
  async pointsAt(...parts: readonly Locator[]): Promise<void> {
    const frames = this.page.locator('app-tour-pointer .layer > span');
    await expect(frames).toHaveCount(parts.length);
    for (const [index, part] of parts.entries()) {
      await expect(async () => {
        const inner = (await part.boundingBox())!;
        const outer = (await frames.nth(index).boundingBox())!;
        expect(Math.abs(outer.x + outer.width / 2 - inner.x - inner.width / 2)).toBeLessThan(2);
        expect(Math.abs(outer.y + outer.height / 2 - inner.y - inner.height / 2)).toBeLessThan(2);
        expect(outer.width).toBeGreaterThan(inner.width);
      }).toPass({ timeout: 10_000 });
    }
  }
}

const begin = async (desk: Desk, login: string): Promise<TourStrip> => {
  const { page } = desk;
  await desk.begin(login);
  await page.getByRole('link', { name: 'Training' }).first().click();
  await page.getByRole('button', { name: words.begin, exact: true }).click();
  return new TourStrip(page);
};

test('a newcomer goes through the ten steps, with a reload and a skipped step, and prints', async ({ desk, page }) => {
  test.setTimeout(420_000);
  const tour = await begin(desk, 'agent17');

  await test.step('signed in: seen at once; then the sound', async () => {
    await tour.at('sound', 'signIn');
    await tour.pointsAt(desk.button('More'));
    await desk.openMenu();
    await tour.pointsAt(desk.menuItem('Sound and line check'));
    await desk.menuItem('Sound and line check').click();
    const play = desk.root.locator('mediatel-readiness-page li mediatel-device-select + button');
    await tour.pointsAt(play);
    await play.click();
    await tour.at('firstCall', 'sound');
    await desk.button('Back').click();
  });

  await test.step('the first call', async () => {
    await tour.pointsAt(desk.root.locator('mediatel-dialer .number'), desk.primary('Call'));
    await desk.talk();
    await tour.at('mute', 'firstCall');
  });

  await test.step('muted and unmuted', async () => {
    await tour.pointsAt(desk.button('Mute'));
    await desk.button('Mute').click();
    await tour.pointsAt(desk.button('Unmute'));
    await desk.button('Unmute').click();
    await tour.at('hold', 'mute');
  });

  await test.step('held and resumed', async () => {
    await tour.pointsAt(desk.button('Hold'));
    await desk.button('Hold').click();
    await desk.shows('On hold');
    await tour.pointsAt(desk.button('Resume'));
    await desk.button('Resume').click();
    await tour.at('keys', 'hold');
  });

  await test.step('the keys, skipped', async () => {
    await tour.pointsAt(desk.button('Keys'));
    await tour.button(words.skip).click();
    await tour.at('code', 'keys');
  });

  await test.step('the call code', async () => {
    await tour.pointsAt(desk.primary('Hang up'));
    await desk.hangUp();
    await tour.pointsAt(desk.clerical.locator('mediatel-choice-list'), desk.save);
    await desk.setCode();
    await tour.at('pause', 'code');
  });

  await test.step('a pause, with a reload in it: the tour goes on where the desk is', async () => {
    await tour.pointsAt(desk.button('Pause'));
    await desk.button('Pause').click();
    await page.getByRole('option', { name: 'Meeting' }).click();
    await desk.shows('Pause');
    await tour.pointsAt(desk.primary('End the pause'));
    await page.reload();
    await tour.at('pause');
    await tour.pointsAt(desk.primary('End the pause'));
    await desk.press('End the pause', 'Pause');
    await tour.at('missed', 'pause');
  });

  await test.step('a missed call, and back from it', async () => {
    await tour.button(words.orders.missedCall).click();
    await desk.shows(/^\s*Pause\s+· Force Pause/, 25_000);
    await desk.press('End the pause', 'Pause');
    await tour.at('network', 'missed');
  });

  await test.step('the lost network, in a call', async () => {
    await tour.button(words.orders.call).click();
    await desk.shows('In a call');
    await tour.button(words.orders.cut).click();
    await expect(desk.notice).toContainText(/No connection|ended the connection/);
    await expect(tour.root.getByRole('status')).toContainText('9', { timeout: 25_000 });
    await desk.finish();
  });

  await test.step('the page to print', async () => {
    await tour.root.getByRole('link', { name: words.open }).click();
    const rows = page.locator('app-tour-page tbody tr');
    await expect(rows).toHaveCount(tourStepNames.length);
    await expect(page.locator('app-tour-page tr.done')).toHaveCount(9);
    await expect(page.locator('app-tour-page tr.skipped')).toHaveText(/Keys in a call/);
    await expect(page.locator('app-tour-page')).toContainText('Svitlana Marchenko');
    await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
    await page.getByRole('button', { name: words.page.print }).click();
    expect(await page.evaluate(() => 'printed' in window)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('app-tour-page h1')).toBeVisible();
    await expect(page.locator('mediatel-desk')).toBeHidden();
    await expect(page.locator('app-shell .bar')).toBeHidden();
    await expect(page.getByRole('button', { name: words.page.print })).toBeHidden();
  });
});

test(
  'the tour is left, gone on with on another day, and takes neither a key nor room of the desk',
  full,
  async ({ desk, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await desk.signIn('agent18');
    await page.getByRole('link', { name: 'Training' }).last().click();
    await page.getByRole('button', { name: words.begin, exact: true }).click();
    const tour = new TourStrip(page);
    await tour.at('sound', 'signIn');
    await tour.button(words.skip).click();
    await tour.at('firstCall', 'sound');
    // The work is in front: the way to the desk is shown.
    await tour.pointsAt(page.getByRole('button', { name: 'Phone', exact: true }));
    await page.getByRole('button', { name: 'Phone', exact: true }).click();
    await desk.ready();
    const box = (await desk.root.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(520);
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    expect(box.y).toBeGreaterThanOrEqual((await tour.root.boundingBox())!.y);
    // Digits reach the dialer; the frame lets clicks through.
    await desk.root.focus();
    await page.keyboard.type('066');
    await expect(desk.number).toHaveValue(/066/);
    await desk.button('Erase the last digit').click();
    await expect(desk.number).toHaveValue(/06$/);

    await tour.button(words.leave).click();
    await expect(tour.root).toHaveCount(0);
    await page.reload();
    await desk.shows('Available');
    await expect(tour.root).toHaveCount(0);
    await page.getByRole('link', { name: 'Training' }).last().click();
    await page.getByRole('button', { name: words.goOn(3) }).click();
    await tour.at('firstCall');
  },
);

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;

for (const name of languageNames) {
  test(
    `the strip, the training page and the page to print in ${name}: no violations, nothing too wide`,
    full,
    async ({ desk, page }) => {
      test.setTimeout(300_000);
      await desk.begin('agent19');
      await inLanguage(desk, name);
      const { language } = languages[name];
      const text = tourWords[language as keyof typeof tourWords];
      const check = async (view: string): Promise<void> => {
        for (const size of sizes) {
          await page.setViewportSize(size);
          expect.soft(await violations(page), `${view} at ${size.width}`).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(wide, `${view} at ${size.width}`).toBeLessThanOrEqual(size.width);
          for (const theme of ['light', 'dark'] as const) {
            await wear(page, theme);
            expect.soft(await paleTexts(page, theme), `${view}, ${theme}`).toEqual([]);
          }
        }
        await page.setViewportSize(sizes[0]);
      };
      await page
        .getByRole('link', { name: pages[language as keyof typeof pages] })
        .first()
        .click();
      await check('not begun');
      await page.getByRole('button', { name: text.begin, exact: true }).click();
      for (const step of tourStepNames.slice(1)) {
        await expect(page.locator('app-tour-strip strong')).toHaveText(text.steps[step].title);
        if (step === 'firstCall') await check(step);
        await page.setViewportSize(sizes[1]);
        const strip = (await page.locator('app-tour-strip section').boundingBox())!;
        expect.soft(strip.height, `${step}: the strip leaves the desk its room`).toBeLessThanOrEqual(104);
        const cut = await page
          .locator('app-tour-strip .text')
          .evaluate((line) => line.scrollHeight - line.clientHeight);
        expect.soft(cut, `${step}: the text is whole`).toBeLessThanOrEqual(0);
        await page.setViewportSize(sizes[0]);
        await page.getByRole('button', { name: text.skip }).click();
      }
      await page.getByRole('link', { name: text.open }).first().click();
      await expect(page.locator('app-tour-page h1')).toHaveText(text.title);
      await check('to print');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    },
  );
}

async function inLanguage(desk: Desk, name: Language): Promise<void> {
  await speak(desk, name);
}
