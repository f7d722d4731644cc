import type { Browser, Page } from '@playwright/test';
import { adminWords } from '../projects/demo-app/admin/admin.words';
import { paleTexts, themes, violations, wear } from './axe';
import { Desk, expect, test } from './desk';
import { heardEnergy } from './heard';
import { chooseLanguage, languageNames, languages } from './languages';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

const words = adminWords.en;

async function asAdmin(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await new Desk(page).signIn('admin1');
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  return page;
}

test('an operator is created from a template, signs in, is called, and is retired', async ({
  desk,
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const login = `olha.koval${test.info().retry || ''}`;
  const admin = await asAdmin(browser, baseURL);

  await admin.getByRole('link', { name: words.newOperator }).click();
  await admin.getByLabel(words.templateHint).fill('ag');
  await admin.getByRole('radio', { name: /^agent3 / }).check();
  await admin.getByLabel(words.login, { exact: true }).fill(login);
  await admin.getByLabel(words.details, { exact: true }).fill('o.koval@crm.example');
  const extension = await admin.getByRole('combobox', { name: words.extension }).inputValue();
  await admin.getByRole('button', { name: words.create }).click();
  await expect(admin.getByText(words.created(login))).toBeVisible();
  const password = await admin.getByLabel(words.password, { exact: true }).inputValue();
  expect(password).toHaveLength(14);

  await test.step('who signs in, is called and heard', async () => {
    await desk.signIn(login, password);
    await desk.ready();
    await desk.customerCalls(login, '0661234501');
    await desk.shows('In a call');
    await expect.poll(() => heardEnergy(page)).toBeGreaterThan(0.01);
    await desk.hangUp();
    await desk.setCode();
    await desk.shows('Available');
  });

  await test.step('the password is shown once, and the extension is taken', async () => {
    await admin.getByRole('link', { name: words.openIt }).click();
    await expect(admin.getByRole('heading', { name: login })).toBeVisible();
    expect(await admin.content()).not.toContain(password);
    await admin.getByRole('link', { name: words.extensions }).click();
    await expect(admin.getByText(extension, { exact: true }).locator('..')).toContainText(words.assignedTo(login));
    await admin.goBack();
  });

  await test.step('who is retired in a call ends it, is signed out then, and signs in no more', async () => {
    await desk.customerCalls(login, '0661234501');
    await desk.shows('In a call');
    await admin.getByRole('button', { name: words.retire }).click();
    await expect(admin.getByRole('button', { name: words.restore })).toBeVisible();
    const heard = await heardEnergy(page);
    await expect.poll(() => heardEnergy(page)).toBeGreaterThan(heard + 0.01);
    await desk.hangUp();
    await desk.setCode();
    await expect(desk.notice).toContainText('Mediatel does not know you: sign in again');
    await page.reload();
    await page.getByLabel('Login').fill(login);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('do not belong together');
  });
});

test('what an administrator typed outlasts a failed request, other pages and a reload', async ({
  browser,
  baseURL,
}) => {
  const admin = await asAdmin(browser, baseURL);
  await admin.getByRole('link', { name: words.newOperator }).click();
  await admin.getByLabel(words.templateHint).fill('agent1');
  await admin.getByRole('radio', { name: /^agent11 / }).check();
  await admin.getByLabel(words.login, { exact: true }).fill('agent2');
  await admin.getByRole('button', { name: words.create }).click();
  await expect(admin.getByRole('alert')).toContainText(words.failure['name-in-use']);
  await admin.getByRole('link', { name: words.extensions }).click();
  await admin.getByRole('link', { name: words.operators, exact: true }).click();
  await admin.getByRole('link', { name: words.newOperator }).click();
  await admin.reload();
  await expect(admin.getByLabel(words.login, { exact: true })).toHaveValue('agent2');
  await expect(admin.getByRole('radio', { name: /^agent11 / })).toBeChecked();
});

test('a batch shows before what it will do, and afterwards what failed at its row', async ({ browser, baseURL }) => {
  const admin = await asAdmin(browser, baseURL);
  const first = 7000 + 10 * test.info().retry;
  await admin.getByRole('link', { name: words.extensions }).click();
  await admin.getByLabel(words.from).fill(String(first));
  await admin.getByLabel(words.to, { exact: true }).fill(String(first + 1));
  await admin.getByLabel(words.description).fill('new room');
  await admin.getByRole('button', { name: words.addRange }).click();
  await admin.getByRole('checkbox', { name: words.select('1001') }).check();
  await admin.getByRole('button', { name: words.deleteSelected, exact: true }).click();
  const batch = admin.getByRole('region', { name: words.batch });
  await expect(batch.getByRole('status')).toHaveText(words.batchSummary(2, 0, 1));
  const doubtful = batch.getByRole('listitem').filter({ hasText: words.entry.delete('1001') });
  await expect(doubtful).toContainText(words.heldBy('agent1'));
  await batch.getByRole('button', { name: words.apply }).click();
  await expect(batch.getByRole('status')).toHaveText(words.applied(2, 1));
  await expect(batch.getByRole('listitem')).toHaveCount(1);
  await expect(doubtful.getByRole('alert')).toContainText(words.failure['in-use']);
  await expect(admin.getByRole('checkbox', { name: words.select(String(first)) })).toBeVisible();
});

test(
  'the pages are accessible in three languages, in all themes, wide and narrow',
  full,
  async ({ browser, baseURL }) => {
    test.setTimeout(420_000);
    const admin = await asAdmin(browser, baseURL);
    const found: string[] = [];
    for (const name of languageNames) {
      const tag = languages[name].language as keyof typeof adminWords;
      const text = adminWords[tag];
      for (const path of ['/admin', '/admin/new', '/admin/operators/304', '/admin/extensions']) {
        await admin.goto(path);
        await chooseLanguage(admin, name);
        await expect(admin.getByRole('heading', { name: text.title })).toBeVisible();
        for (const width of [1280, 360]) {
          await admin.setViewportSize({ width, height: 800 });
          const where = `${tag} ${path} ${width}`;
          found.push(...(await violations(admin)).map((each) => `${where}: ${each}`));
          const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (overflow > 0) found.push(`${where}: ${overflow} px too wide`);
        }
        for (const theme of tag === 'uk' ? themes : []) {
          await wear(admin, theme);
          found.push(...(await paleTexts(admin, theme)).map((each) => `${theme} ${path}: ${each}`));
        }
      }
    }
    expect(found).toEqual([]);
  },
);
