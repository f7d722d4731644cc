import { type Locator, type Page, expect, test } from '@playwright/test';
import { enlarge, open, serveGallery } from './gallery';

serveGallery();

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

/** Buttons and options that are on, and look as one of their kind beside them that is off: by border, ground, weight or sign. */
function twins(page: Page): Promise<{ readonly compared: number; readonly alike: readonly string[] }> {
  return page.evaluate(() => {
    const attributes = ['aria-pressed', 'aria-checked', 'aria-selected'];
    const lookOf = (element: Element): string =>
      [element, ...element.querySelectorAll('*')]
        .flatMap((each) => [
          getComputedStyle(each),
          getComputedStyle(each, '::before'),
          getComputedStyle(each, '::after'),
        ])
        .map(({ borderStyle, borderWidth, borderColor, backgroundColor, textDecorationLine, content }) =>
          [borderStyle, borderWidth, borderColor, backgroundColor, textDecorationLine, content].join(),
        )
        .join('|');
    const alike: string[] = [];
    let compared = 0;
    for (const name of attributes)
      for (const on of document.querySelectorAll(`[${name}=true]`)) {
        const group = on.closest('[role=group], [role=radiogroup], [role=listbox], mediatel-call-controls, ul');
        const box = (element: Element): Element => element.closest('mat-button-toggle') ?? element;
        const off = [...(group?.querySelectorAll(`[${name}=false]`) ?? [])].find((each) => each.checkVisibility());
        if (off === undefined || !on.checkVisibility()) continue;
        compared += 1;
        if (lookOf(box(on)) === lookOf(box(off))) alike.push(`${on.localName} “${on.textContent.trim().slice(0, 30)}”`);
      }
    return { compared, alike };
  });
}

/** What can be focused in a part, one of each kind, and does not show it. */
async function withoutFocus(
  page: Page,
  part: Locator,
): Promise<{ readonly tried: number; readonly faults: readonly string[] }> {
  const all = part.locator(
    'button:visible, a[href]:visible, input:visible, textarea:visible, [role=combobox]:visible, [tabindex="0"]:visible',
  );
  const kinds = await all.evaluateAll((elements) =>
    elements.map((element) =>
      element.matches(':disabled, [aria-disabled=true]')
        ? ''
        : `${element.parentElement?.localName} ${element.localName}.${element.className.toString().replace(/cdk-\S+|\s+/g, ' ')}`,
    ),
  );
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  // The next focus by a script is shown as the keyboard's.
  await page.keyboard.press('Shift');
  const faults: string[] = [];
  const first = [...new Set(kinds)].filter((kind) => kind !== '');
  for (const kind of first) {
    const element = all.nth(kinds.indexOf(kind));
    await element.scrollIntoViewIfNeeded();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const box = await element.boundingBox();
    if (box === null) continue;
    const clip = {
      x: Math.max(0, box.x - 6),
      y: Math.max(0, box.y - 6),
      width: box.width + 12,
      height: box.height + 12,
    };
    const before = await page.screenshot({ clip, caret: 'hide', animations: 'disabled' });
    await element.focus();
    const after = await page.screenshot({ clip, caret: 'hide', animations: 'disabled' });
    if (before.equals(after)) faults.push(kind);
  }
  return { tried: first.length, faults };
}

for (const scene of ['available', 'muted', 'clerical, open desk', 'readiness: to do', 'offline']) {
  test(`forced colours: the desk, ${scene}`, async ({ page }) => {
    await open(page, { scene });
    const desk = page.locator('mediatel-desk');
    await expect(desk.locator('mediatel-agent-state-bar .word')).not.toHaveText('');
    const { tried, faults } = await withoutFocus(page, desk);
    expect(tried).toBeGreaterThanOrEqual(3);
    expect(faults).toEqual([]);
  });
}

test('forced colours: every state of the desk has a word and a sign, and what is on differs from what is off', async ({
  page,
}) => {
  await open(page, {});
  const bars = page.locator('mediatel-agent-state-bar');
  expect(await bars.count()).toBeGreaterThan(30);
  const unnamed = await bars.evaluateAll((all) =>
    all
      .filter((bar) => bar.querySelector('.word')?.textContent.trim() === '' || bar.querySelector('svg') === null)
      .map((bar) => bar.outerHTML),
  );
  expect(unnamed).toEqual([]);
  const { compared, alike } = await twins(page);
  expect(compared).toBeGreaterThan(0);
  expect(alike).toEqual([]);
});

test('forced colours: the board and its panels', async ({ page }) => {
  await enlarge(page, '1280');
  await open(page, { team: '40' });
  const board = page.locator('app-supervisor');
  const rows = board.locator('mediatel-operator-row');
  await expect(rows.first()).toContainText('Hryhorenko T.');
  expect(
    await rows.locator('.word').evaluateAll((words) => words.filter((word) => word.textContent.trim() === '').length),
  ).toBe(0);
  const { compared, alike } = await twins(page);
  expect(compared).toBeGreaterThanOrEqual(3);
  expect(alike).toEqual([]);
  // An alert is told by a sign too.
  await expect(rows.first().locator('.time')).toContainText('▲');
  const { tried, faults } = await withoutFocus(page, board);
  expect(tried).toBeGreaterThanOrEqual(6);
  expect(faults).toEqual([]);
});

test('forced colours: the day and the totals', async ({ page }) => {
  await open(page, { team: '40' });
  await page.getByRole('radio', { name: 'The day' }).click();
  const day = page.locator('mediatel-day-report');
  await expect(day.locator('mediatel-operator-band path').first()).toBeVisible();
  expect((await twins(page)).alike).toEqual([]);
  const { tried, faults } = await withoutFocus(page, day);
  expect(tried).toBeGreaterThanOrEqual(4);
  expect(faults).toEqual([]);
});
