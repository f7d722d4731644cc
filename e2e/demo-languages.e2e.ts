import type { Page } from '@playwright/test';
import { sampleContacts } from '../projects/demo-app/address-book/sample-contacts';
import { trainingQueues } from '../projects/demo-app/training/training-number';
import { seeds } from '../projects/training-server/accounts/seeds';
import { paleTexts, violations, wear } from './axe';
import { expect, test } from './desk';
import { chooseLanguage } from './languages';
import { everydayIf, full } from './everyday';

/** What the pages show as it was entered: names, places, logins, queues, notes. */
const data: readonly string[] = [
  ...sampleContacts.flatMap(({ name, city, email, contract, notes }) => [
    ...[name, city, email, contract],
    ...notes.flatMap(({ text, author }) => [text, author]),
  ]),
  ...seeds.flatMap(({ login, name, domain }) => [name, login, domain]),
  ...trainingQueues,
].filter((text) => text !== '');

/** The letters on a telephone's keys, and the test browser's microphone. */
const ofDevices = /\b(ABC|DEF|GHI|JKL|MNO|PQRS|TUV|WXYZ|Fake Default Audio Input)\b/g;

/** Names of this app, of systems and of keys, which have no translation. */
const names = /\b(Verba|Mediatel|CRM|SIP|CSV|YAML|JSON|WAV|Enter|Esc|Force Pause|English|yaml|agent\d+|training)\b/g;

/** The texts that can be read or heard on the page, without what is marked as English on purpose. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const foreign = 'html [lang=en], [translate=no], code, textarea';
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest(foreign) || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });

/** The English words that are left on a page: Latin letters that are neither data nor names. */
function englishIn(texts: readonly string[]): readonly string[] {
  const known = [...data].sort((a, b) => b.length - a.length);
  return texts
    .map((text) =>
      known
        .reduce((rest, part) => rest.replaceAll(part, ''), text)
        .replace(names, '')
        .replace(ofDevices, ''),
    )
    .filter((text) => /[a-z]{3}/i.test(text));
}

const places = {
  Оператор: [
    '/customers',
    '/customers/39335108',
    '/customers/unknown?ani=0440000000',
    '/training',
    '/training/progress',
    '/first-shift',
  ],
  Супервізор: ['/supervisor', '/customers', '/customers/39335110'],
  Тренер: ['/trainer', '/trainer/scenarios', '/training/class'],
  Адміністратор: ['/admin', '/admin/new', '/admin/operators/304', '/admin/extensions'],
} as const;

test.describe('in a Ukrainian browser', () => {
  test.use({ locale: 'uk-UA' });

  for (const [role, paths] of Object.entries(places)) {
    test(
      `no English word is left on the pages: ${role}`,
      everydayIf(role === 'Оператор' || role === 'Супервізор'),
      async ({ page }) => {
        await page.goto('/');
        await expect(page.locator('html[lang=uk]')).toBeAttached();
        expect(englishIn(await textsOf(page))).toEqual([]);
        await page.getByRole('button', { name: new RegExp(`^${role} `) }).click();
        // Another page would cut the sign-in off.
        await expect(page.locator('app-shell')).toBeAttached();
        for (const path of paths) {
          await page.goto(path);
          await expect(page.locator('app-shell .work h1, app-shell .work h2').first()).toBeAttached();
          await page.waitForLoadState('networkidle');
          const texts = await textsOf(page);
          expect.soft(englishIn(texts), path).toEqual([]);
          // As 11/28/2026 or 4:06 PM.
          expect
            .soft(
              texts.filter((text) => /\d{1,2}\/\d{1,2}\/\d{2,4}|\d [AP]M\b/.test(text)),
              path,
            )
            .toEqual([]);
        }
        await page.locator('app-user-menu .user').click();
        expect.soft(englishIn(await textsOf(page)), 'the account’s menu').toEqual([]);
      },
    );
  }

  test('no English word is left on the pages: the day of the team, a replay', async ({ page }) => {
    await page.goto('/replay');
    await expect(page.locator('html[lang=uk]')).toBeAttached();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect.soft(englishIn(await textsOf(page)), 'before a report is open').toEqual([]);
    await page.goto('/supervisor');
    await page.getByRole('button', { name: /^Супервізор / }).click();
    await page.getByRole('radio', { name: 'День' }).click();
    await expect(page.locator('mediatel-day-report[lang=uk]')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const texts = await textsOf(page);
    expect.soft(englishIn(texts), 'the day').toEqual([]);
    expect
      .soft(
        texts.filter((text) => /\d{1,2}\/\d{1,2}\/\d{2,4}|\d [AP]M\b/.test(text)),
        'the day',
      )
      .toEqual([]);
  });
});

test('a supervisor chooses Ukrainian in the account’s menu, and it stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Supervisor / }).click();
  await expect(page).toHaveURL(/\/supervisor$/);
  await expect(page).toHaveTitle('Team · Verba');
  await chooseLanguage(page, 'Українська');
  await expect(page).toHaveTitle('Команда · Verba');
  await expect(page.locator('mediatel-board[lang=uk]')).toBeVisible();
  await page.reload();
  await expect(page.locator('html[lang=uk]')).toBeAttached();
  await page.getByRole('navigation', { name: 'Розділи', exact: true }).getByRole('link', { name: 'Клієнти' }).click();
  await expect(page.getByRole('heading', { name: 'Кому варто подзвонити сьогодні' })).toBeVisible();
  await page
    .getByRole('link', { name: /Olena Kovalchuk/ })
    .first()
    .click();
  const card = page.locator('app-contact-card');
  await expect(card.locator('.balance')).toHaveText(/^12\s480\s₴$/);
  await expect(card.locator('time').first()).toHaveText(/^\d{1,2} \p{Script=Cyrillic}+\.?, \d\d:\d\d$/u);
});

test('hints are shown once, and again from the account’s menu', full, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Supervisor / }).click();
  const hints = page.getByRole('complementary', { name: 'Three things to look at' });
  await expect(hints.getByRole('listitem')).toHaveCount(3);
  await page.reload();
  await expect(page.locator('mediatel-board')).toBeVisible();
  await expect(hints).toHaveCount(0);
  await page.locator('app-user-menu .user').click();
  await page.getByRole('menuitem', { name: 'Show the hints again' }).click();
  await expect(hints.getByRole('listitem')).toHaveCount(3);
  await hints.getByRole('button', { name: 'Close the hints' }).click();
  await expect(hints).toHaveCount(0);
});

test(
  'sign-in, hints, card and the account’s menu: axe, both themes, nothing wider than 360 px',
  full,
  async ({ page }) => {
    const look = async (view: string, without: readonly string[] = []): Promise<void> => {
      for (const [theme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        await page.setViewportSize({ width, height: 740 });
        await wear(page, theme);
        expect.soft(await violations(page, without), `${view}, ${width} px`).toEqual([]);
        expect.soft(await paleTexts(page, theme), `${view}, ${theme}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${view}: width`).toBeLessThanOrEqual(width);
      }
    };
    await page.goto('/');
    await expect(page.locator('app-sign-in .demo')).toBeVisible();
    await look('sign-in');
    await page.getByRole('button', { name: /^Supervisor / }).click();
    await expect(page.locator('app-shell')).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 740 });
    await page
      .getByRole('navigation', { name: 'Places', exact: true })
      .getByRole('link', { name: 'Customers' })
      .click();
    await expect(page.locator('app-hints aside')).toBeVisible();
    await look('customers with hints');
    await page.locator('app-user-menu .user').click();
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    // A menu is in an overlay beside the page's landmarks.
    await look('the account’s menu', ['region']);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 740 });
    await page
      .getByRole('link', { name: /Olena Kovalchuk/ })
      .first()
      .click();
    await expect(page.locator('app-contact-card .balance')).toBeVisible();
    await look('a card');
  },
);
