import { type Locator, type Page, expect, test } from '@playwright/test';
import { open, serveGallery } from './gallery';

serveGallery();

/** Sizes of text, as a factor of the browser's usual one. */
const textSizes = [1, 1.25, 1.5, 2];

const setText = (page: Page, factor: number): Promise<void> =>
  page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}px`), 16 * factor);

async function openBoard(page: Page): Promise<void> {
  await open(page, { team: '40' });
  // The order by alerts comes within two seconds. Afterwards nothing moves.
  await expect(page.locator('mediatel-operator-row').first()).toContainText('Hryhorenko T.');
}

/** What is wrong in the rows: texts that touch the time, remnants of a team, numbers that are cut. */
const rowFaults = (page: Page): Promise<string[]> =>
  page.locator('mediatel-operator-row').evaluateAll((rows) => {
    const rtl = document.documentElement.dir === 'rtl';
    const box = (row: Element, part: string) => row.querySelector(part)?.getBoundingClientRect();
    return rows.flatMap((row) => {
      const faults: string[] = [];
      const who = row.querySelector('.who')?.textContent;
      const [cell, name, team, time] = ['.name', '.who', '.name small', '.time'].map((part) => box(row, part));
      if (!cell || !name || !time) return [`${who}: no name or time`];
      const isTeamShown = team !== undefined && team.top < cell.bottom - 2;
      if (isTeamShown && team.width < 24) faults.push(`${who}: ${team.width} px of the team`);
      const last = isTeamShown ? team : name;
      const end = rtl ? Math.max(last.left, cell.left) : Math.min(last.right, cell.right);
      const gap = rtl ? end - time.right : time.left - end;
      if (time.top < cell.bottom && gap < 6) faults.push(`${who}: ${gap} px before the time`);
      const [call, number] = ['.call', '.number'].map((part) => box(row, part));
      if (call && number && number.width > 0 && (number.left < call.left - 0.5 || number.right > call.right + 0.5)) {
        faults.push(`${who}: the number is cut`);
      }
      return faults;
    });
  });

for (const dir of ['ltr', 'rtl'] as const) {
  test(`the board’s rows, ${dir}: nothing touches the time, no number is cut`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openBoard(page);
    await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
    for (const width of [320, 360, 640, 990, 1280]) {
      for (const text of textSizes) {
        await page.setViewportSize({ width, height: 740 });
        await setText(page, text);
        // Rows are made anew when their height changes.
        await expect(page.locator('mediatel-operator-row').first()).toContainText('Hryhorenko T.');
        expect.soft(await rowFaults(page), `${width} px, text ${text * 100} %`).toEqual([]);
      }
    }
  });
}

test('the board writes numbers as the desk does', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openBoard(page);
  const numbers = await page.locator('mediatel-operator-row .number').allTextContents();
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers.filter((number) => !/^066 123 45 \d\d$/.test(number))).toEqual([]);
});

test('larger text folds the toolbar also on an open board', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openBoard(page);
  const groups = page.locator('mediatel-board-toolbar :is(.layouts, .densities)');
  await expect(groups).toHaveCount(2);
  await setText(page, 2);
  await expect(groups).toHaveCount(0);
  await setText(page, 1);
  await expect(groups).toHaveCount(2);
});

for (const dir of ['ltr', 'rtl'] as const) {
  for (const width of [1280, 360]) {
    test(`the day, ${dir} at ${width}: the line of the present is where the drawings end`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await open(page, { team: '40' });
      await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
      await page.getByRole('radio', { name: 'The day' }).click();
      const row = page.locator('mediatel-day-row:not(.team)').first();
      const band = row.locator('mediatel-operator-band path').last();
      await expect(band).toBeAttached();
      const ends = await row
        .locator('mediatel-operator-band path')
        .evaluateAll((paths) => Math.max(...paths.map((path) => path.getBoundingClientRect().right)));
      const now = await page.locator('.lines .now').evaluate((line) => line.getBoundingClientRect().left);
      expect(Math.abs(now - ends)).toBeLessThanOrEqual(3);
      // The tip is above the pointed place.
      const box = await row.locator('.track').boundingBox();
      if (!box) throw new Error('The row has no drawing');
      const x = box.x + box.width / 2;
      await page.mouse.move(x, box.y + box.height / 2);
      const tip = await row.locator('.tip').boundingBox();
      expect(tip && tip.x <= x && tip.x + tip.width >= x).toBe(true);
    });
  }
}

const colorOf = (target: Locator, property: string): Promise<string> =>
  target.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('forced colours: a chosen counter looks chosen, a disabled action disabled', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await openBoard(page);
  const all = page.locator('mediatel-board-counters .all');
  const talking = page.locator('mediatel-board-counters .talking');
  await expect(all).toHaveCSS('border-block-end-width', '4px');
  await expect(talking).toHaveCSS('border-block-end-width', '0px');
  await talking.click();
  await expect(talking).toHaveCSS('border-block-end-width', '4px');
  await expect(all).toHaveCSS('border-block-end-width', '0px');

  await open(page, { scene: 'available' });
  const call = page.locator('mediatel-primary-action button');
  await expect(call).toHaveAttribute('aria-disabled', 'true');
  const gray = await page.evaluate(() => {
    document.body.style.color = 'GrayText';
    return getComputedStyle(document.body).color;
  });
  expect(await colorOf(call, 'color')).toBe(gray);
});

/** Whether a text's digits are drawn from left to right. */
const isLeftToRight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (!(text instanceof Text)) throw new Error('No text');
    const { data } = text;
    const digits = [...data].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
    const left = (at: number | undefined): number => {
      const range = document.createRange();
      range.setStart(text, at ?? 0);
      range.setEnd(text, (at ?? 0) + 1);
      return range.getBoundingClientRect().left;
    };
    return left(digits[0]) < left(digits.at(-1));
  });

test('on a page from right to left, numbers read from left to right', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [scene, numbers] of [
    ['available', 'mediatel-dialer .name'],
    ['my calls', '.head strong'],
    ['missed calls', '.head strong'],
  ] as const) {
    await open(page, { scene });
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const all = page.locator(numbers).filter({ hasText: /\d \d/ });
    await expect(all.nth(1)).toBeVisible();
    for (const one of await all.all())
      expect.soft(await isLeftToRight(one), `${scene}: ${await one.textContent()}`).toBe(true);
  }
});

test('the totals of everybody are printed, page after page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, { team: '300' });
  await page.getByRole('radio', { name: 'The day' }).click();
  await page.getByRole('radio', { name: 'Totals' }).click();
  await expect(page.getByRole('rowheader', { name: 'Everybody' })).toBeVisible();
  const paper = await page.pdf({ format: 'A4', landscape: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('radio', { name: 'Totals' })).toBeHidden();
});
