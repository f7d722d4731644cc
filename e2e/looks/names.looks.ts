import { type Locator, type Page, expect, test } from '@playwright/test';
import { openPanel } from '../board';
import { open, serveGallery } from './gallery';
import { everydayIf } from '../everyday';

serveGallery();

/**
 * What is wrong with the texts of a part: what is cut in silence, what covers another text of its row, and names whose
 * beginning is not to be seen. A text may end with an ellipsis if its element, or one around it, has a title.
 */
const textFaults = (parts: Locator): Promise<string[]> =>
  parts.evaluateAll((roots) =>
    roots.flatMap((root) => {
      const faults: string[] = [];
      const boxes: { readonly text: Text; readonly box: DOMRect }[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        const parent = node.parentElement!;
        if (!parent.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const letters = range.getBoundingClientRect();
        const lines = [...range.getClientRects()];
        const isTitled = parent.closest('[title]:not([title=""])') !== null;
        let [left, right] = [letters.left, letters.right];
        const own: string[] = [];
        // A detail without room is in its row's title.
        let isUnseen = letters.width < 1 || parent.getBoundingClientRect().width < 8;
        for (
          let around: Element | null = parent;
          around && around !== root.parentElement;
          around = around.parentElement
        ) {
          const { overflowX, textOverflow, clipPath, display } = getComputedStyle(around);
          isUnseen ||= clipPath !== 'none';
          if (display === 'inline' || overflowX === 'visible' || /auto|scroll/.test(overflowX)) continue;
          const box = around.getBoundingClientRect();
          isUnseen ||= letters.top >= box.bottom - 2;
          if (letters.left < box.left - 1 || letters.right > box.right + 1) {
            if (!(isTitled && textOverflow === 'ellipsis')) own.push(`“${node.data.trim().slice(0, 20)}” is cut`);
            range.setEnd(node, 1);
            const first = range.getBoundingClientRect();
            if (first.left < box.left - 1 || first.right > box.right + 1)
              own.push(`“${node.data.trim().slice(0, 20)}” begins out of sight`);
          }
          [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        }
        if (isUnseen) continue;
        faults.push(...own);
        for (const line of lines) {
          const [from, to] = [Math.max(left, line.left), Math.min(right, line.right)];
          if (to > from) boxes.push({ text: node, box: new DOMRect(from, line.top, to - from, line.height) });
        }
      }
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (one.text !== other.text && across > 1 && down > 4)
            faults.push(`“${one.text.data.trim().slice(0, 20)}” covers “${other.text.data.trim().slice(0, 20)}”`);
        }
      return faults;
    }),
  );

const windows = [
  { width: 1280, height: 800, text: 100 },
  { width: 1280, height: 800, text: 150 },
  { width: 360, height: 740, text: 150 },
  { width: 360, height: 740, text: 100 },
] as const;
type Window = (typeof windows)[number];

/** Shows the page in a window, with texts of a size. */
async function show(page: Page, { width, height, text }: Window): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((percent) => document.documentElement.style.setProperty('font-size', `${percent}%`), text);
}

/** Opens the supervisor's page in the first window, on a page of a direction. */
async function openTeam(page: Page, dir: 'ltr' | 'rtl', names: 'long' | 'usual' | 'odd'): Promise<void> {
  await page.setViewportSize(windows[0]);
  await open(page, { team: '40', names });
  // The order by alerts comes within two seconds.
  const first = page.locator('mediatel-operator-row').first();
  if (names === 'odd') await expect(first.locator('.mark')).toBeVisible();
  else await expect(first).toContainText('Hryhorenko');
  await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
}

const board = (page: Page): Locator => page.locator('mediatel-board');

/** Each place of the supervisor's page that shows operators' names: how it is opened, and the parts with a name each. */
const places = {
  board: [async () => undefined, 'mediatel-operator-row', '.who'],
  wall: [(page: Page) => page.getByRole('radio', { name: 'Wall' }).click(), 'mediatel-operator-tile', '.name'],
  alerts: [(page: Page) => openPanel(board(page), 'alerts'), 'mediatel-alerts li:has(b)', 'b'],
  log: [(page: Page) => openPanel(board(page), 'log'), 'mediatel-audit tbody tr', '.operator'],
  sheet: [
    (page: Page) => page.locator('mediatel-operator-row .who').first().click(),
    'mediatel-operator-sheet header',
    '.who',
  ],
  day: [(page: Page) => page.getByRole('radio', { name: 'The day' }).click(), 'mediatel-day-row', '.words'],
  totals: [
    async (page: Page) => {
      await page.getByRole('radio', { name: 'The day' }).click();
      await page.getByRole('radio', { name: 'Totals' }).click();
    },
    'mediatel-day-totals-table th[scope=row]',
    '.words',
  ],
} as const;

for (const [place, [go, parts]] of Object.entries(places))
  for (const dir of ['ltr', 'rtl'] as const)
    test(
      `${place}, ${dir}: a name of 60 characters is cut with an ellipsis and a title, and covers nothing`,
      everydayIf(dir === 'rtl'),
      async ({ page }) => {
        await openTeam(page, dir, 'long');
        await go(page);
        for (const window of windows) {
          await show(page, window);
          await expect(page.locator(parts).nth(place === 'sheet' ? 0 : 1)).toBeVisible();
          const where = `${window.width} px, text ${window.text} %`;
          expect.soft(await textFaults(page.locator(parts)), where).toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(window.width);
        }
      },
    );

for (const [place, [go, parts, name]] of Object.entries(places))
  for (const dir of ['ltr', 'rtl'] as const)
    test(
      `${place}, ${dir}: no name, names from right to left, emoji and formulas cover nothing, and each has words`,
      everydayIf(dir === 'ltr'),
      async ({ page }) => {
        await openTeam(page, dir, 'odd');
        await go(page);
        for (const window of windows) {
          await show(page, window);
          await expect(page.locator(parts).nth(place === 'sheet' ? 0 : 1)).toBeVisible();
          const where = `${window.width} px, text ${window.text} %`;
          expect.soft(await textFaults(page.locator(parts)), where).toEqual([]);
          const names = (await page.locator(parts).locator(name).allTextContents()).map((words) => words.trim());
          expect
            .soft(
              names.filter((words) => words === '' || /undefined|null|NaN/.test(words)),
              where,
            )
            .toEqual([]);
          const nameless = await page
            .locator('mediatel-board, mediatel-day-report, mediatel-operator-sheet')
            .locator('button')
            .evaluateAll(
              (buttons) =>
                buttons.filter((button) => !button.textContent?.trim() && !button.getAttribute('aria-label')?.trim())
                  .length,
            );
          expect.soft(nameless, where).toBe(0);
        }
      },
    );

/** Whether the full stop of `Bondar A.` is at the right of its letters. */
const endsAtRight = (name: Locator): Promise<boolean> =>
  name.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const range = document.createRange();
    const rightOf = (character: string): number => {
      const at = text.data.indexOf(character);
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().right;
    };
    return rightOf('.') > rightOf(text.data.trim().charAt(0));
  });

for (const [place, [go, parts, name]] of Object.entries(places))
  test(`${place}, on a page from right to left: names read from left to right`, async ({ page }) => {
    await openTeam(page, 'rtl', 'usual');
    await go(page);
    const names = page.locator(parts).locator(name).filter({ hasText: /\.$/ });
    await expect(names.first()).toBeVisible();
    for (const one of (await names.all()).slice(0, 5))
      expect.soft(await endsAtRight(one), (await one.textContent()) ?? '').toBe(true);
  });

test('at 360 px and in large text, the recordings of an unfolded day are in reach', async ({ page }) => {
  await openTeam(page, 'ltr', 'usual');
  await page.getByRole('radio', { name: 'The day' }).click();
  for (const window of windows.slice(2)) {
    await show(page, window);
    await page.locator('mediatel-day-row:not(.team) button').nth(1).click();
    const unfolded = page.locator('.unfolded > div');
    const play = unfolded.getByRole('button', { name: /^Play/ }).first();
    await play.scrollIntoViewIfNeeded();
    await expect(play).toBeInViewport({ ratio: 1 });
    const beyond = await unfolded.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond, `text ${window.text} %`).toBeLessThanOrEqual(0);
    await page.locator('mediatel-day-row:not(.team) button').nth(1).click();
    await expect(unfolded).toHaveCount(0);
  }
});

test('a panel as wide as the board has an edge on all sides', async ({ page }) => {
  await openTeam(page, 'ltr', 'usual');
  await show(page, windows[3]);
  for (const panel of ['alerts', 'log'] as const) {
    await openPanel(board(page), panel);
    const frame = page.locator('mediatel-board-panel-frame');
    for (const side of ['top', 'right', 'bottom', 'left'])
      await expect(frame, panel).toHaveCSS(`border-${side}-width`, '1px');
    await frame.locator('.close').click();
  }
});
