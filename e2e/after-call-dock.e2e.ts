import type { Locator, Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { full } from './everyday';

/** A laptop, a small laptop with the browser's bars, a phone: in usual and in large text, and how many codes are seen. */
const places = [
  { width: 1280, height: 800, percent: 100, codes: 5 },
  { width: 1366, height: 625, percent: 100, codes: 5 },
  { width: 360, height: 740, percent: 100, codes: 5 },
  { width: 1280, height: 800, percent: 150, codes: 5 },
  { width: 1366, height: 625, percent: 150, codes: 2 },
  // Names take two lines.
  { width: 360, height: 740, percent: 150, codes: 4 },
];
type Place = (typeof places)[number];

async function box(part: Locator) {
  const found = await part.boundingBox();
  if (found === null) throw new Error('the part has no box');
  return found;
}

/** Shows the desk in this window with texts of this size, as a person's setting in the browser does. */
async function go(page: Page, { width, height, percent }: Place): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((scale) => document.documentElement.style.setProperty('font-size', `${scale}%`), percent);
  // Below this width the CRM shows its page or the phone.
  if (width < 900) await page.getByRole('button', { name: 'Phone', exact: true }).click();
}

const slot = (desk: Desk): Locator => desk.root.locator('mediatel-primary-action');

/** How many codes are whole inside the list, inside the desk's body and inside the window. */
const wholeCodes = (desk: Desk): Promise<number> =>
  desk.clerical.getByRole('option').evaluateAll((options) => {
    const frames = ['[role=listbox]', '.body'].map((part) => options[0]!.closest(part)!.getBoundingClientRect());
    const top = Math.max(0, ...frames.map((frame) => frame.top));
    const bottom = Math.min(innerHeight, ...frames.map((frame) => frame.bottom));
    return options.filter((option) => {
      const own = option.getBoundingClientRect();
      return own.top >= top - 0.5 && own.bottom <= bottom + 0.5;
    }).length;
  });

test('Save is where Hang up was, in every window and size of text; one surface', async ({ desk, page }) => {
  await desk.begin('agent5');
  await desk.talk();
  const before = [];
  for (const place of places) {
    await go(page, place);
    await expect(desk.primary('Hang up')).toBeInViewport({ ratio: 1 });
    before.push(await box(slot(desk)));
  }
  await go(page, places[0]!);
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  for (const [at, place] of places.entries()) {
    await go(page, place);
    const where = `${place.width}×${place.height} at ${place.percent} %`;
    expect(await box(slot(desk)), where).toEqual(before[at]);
    const [save, pause] = [await box(desk.save), await box(slot(desk).getByRole('button', { name: 'Pause' }))];
    expect({ x: save.x, y: save.y, height: save.height }, where).toEqual({
      x: before[at]!.x,
      y: before[at]!.y,
      height: before[at]!.height,
    });
    expect(pause.x + pause.width, where).toBeCloseTo(before[at]!.x + before[at]!.width, 3);
    await expect(desk.save, where).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('dialog'), where).toHaveCount(0);
    await expect(page.getByRole('timer'), where).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Save, be available' }), where).toHaveCount(1);
    expect(await wholeCodes(desk), where).toBeGreaterThanOrEqual(place.codes);
  }
  await go(page, places[0]!);
  await desk.clerical.getByRole('listbox').focus();
  await desk.setCode();
  await desk.shows('Available');
});

test(
  'five codes at 1366×625: also long names, and while a note is written; the card beside it stays usable',
  full,
  async ({ desk, page }) => {
    await page.setViewportSize({ width: 1366, height: 625 });
    await desk.begin('agent6');
    await page.getByRole('main').getByRole('link').first().click();
    await desk.talk();
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    const long = 'Клієнт обіцяє сплатити частково після отримання зарплати 15-го числа';
    const availableCallCodes = Array.from({ length: 12 }, (_, index) => ({
      ID: String(index + 1),
      Name: `${index + 10}. ${long}`,
      ActionFlag: '0',
    }));
    await desk.stage({ availableCallCodes });
    const first = desk.clerical.getByRole('option').first();
    await expect(first).toHaveAccessibleName(`10. ${long}`);
    expect((await box(first)).height).toBe(36);
    expect(await wholeCodes(desk)).toBeGreaterThanOrEqual(5);
    const save = await box(slot(desk));
    const note = desk.clerical.getByRole('textbox', { name: 'Note' });
    const folded = (await box(note)).height;
    await note.fill('Pays on Friday');
    expect((await box(note)).height).toBeGreaterThanOrEqual(folded + 40);
    await expect(note).toBeInViewport({ ratio: 1 });
    expect(await wholeCodes(desk)).toBeGreaterThanOrEqual(3);
    expect(await box(slot(desk))).toEqual(save);

    // What is typed in the CRM stays there: no digit of it chooses a code.
    const field = page.locator('app-contact-card textarea').first();
    await field.click();
    await page.keyboard.type('12 of May');
    await expect(field).toHaveValue(/12 of May/);
    await expect(desk.clerical.getByRole('option', { selected: true })).toHaveCount(0);
    await desk.stage({});
    await desk.clerical.getByRole('listbox').focus();
    await desk.setCode('2');
    await desk.shows('Available');
    expect(desk.wire.asked('resolutionSet')).toHaveLength(1);
  },
);

test('the arrow beside Save saves and pauses', async ({ desk, page }) => {
  await page.setViewportSize({ width: 1366, height: 625 });
  await desk.begin('agent7');
  await desk.talk();
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  await page.keyboard.press('1');
  desk.wire.forget();
  await expect(desk.button('Save and pause')).toBeVisible();
  await desk.button('Save and pause').focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'Reasons for a pause' });
  await expect(list.getByRole('listbox')).toBeFocused();
  const timer = await box(desk.timer);
  expect((await box(list)).y).toBeGreaterThanOrEqual(timer.y + timer.height);
  await page.keyboard.type('meet');
  await page.keyboard.press('Enter');
  await desk.shows(/^\s*Pause\s+· Meeting/);
  expect(desk.wire.asked('resolutionSet')).toHaveLength(1);
  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
});

test(
  'a desk that is hidden behind another tab shows the step in a dialog, and takes it back',
  full,
  async ({ desk, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await desk.signIn('agent8');
    await page.getByRole('button', { name: 'Phone', exact: true }).click();
    await desk.ready();
    await desk.talk();
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    await page.keyboard.press('2');
    const customers = page.getByRole('navigation', { name: 'Places and phone' }).getByRole('link').first();
    await customers.click();
    await expect(desk.clericalDialog).toBeVisible();
    const chosen = desk.clerical.getByRole('option', { selected: true });
    await expect(chosen).toHaveCount(1);
    const save = await box(desk.save);
    await desk.clerical.getByRole('combobox').fill('зайнято');
    await expect(desk.clerical.getByRole('option')).toHaveCount(1);
    expect(await box(desk.save)).toEqual(save);
    await desk.clericalDialog.getByRole('button', { name: 'Minimise' }).click();
    await page.getByRole('button', { name: 'Phone', exact: true }).click();
    await expect(desk.clericalDialog).toHaveCount(0);
    await expect(chosen).toHaveCount(1);
    await desk.press('Save, be available', 'After call');
    await desk.shows('Available');
  },
);
