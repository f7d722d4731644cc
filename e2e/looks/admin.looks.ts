import { type Page, expect, test } from '@playwright/test';
import { adminWords } from '../../projects/demo-app/admin/admin.words';
import { directory, refusalOf, resultOf } from './admin-answers';
import { compare, openApp, serveGallery } from './gallery';
import { type StillAnswers, playServer } from './still-server';

serveGallery();

const words = adminWords.en;
// The page's column has a greatest width: 1366 × 625 and 1920 × 1080 show the same as 1280 × 800, and less or more of its height.
const both = ['360', '1280'] as const;

async function openAdmin(page: Page, path: string, answers: StillAnswers = {}): Promise<void> {
  await playServer(page, { role: 'admin', answers: { ...directory, ...answers } });
  await openApp(page, path);
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
}

const toTop = (page: Page): Promise<void> => page.getByRole('heading', { name: words.title }).scrollIntoViewIfNeeded();

test('the operators', async ({ page }) => {
  await openAdmin(page, '/admin');
  await expect(page.locator('app-operator-list li').first()).toBeVisible();
  await compare(page, 'admin/operators', both);
  await page.getByLabel(words.filter).fill('nobody of this name');
  await expect(page.getByText(words.nobody)).toBeVisible();
  await compare(page, 'admin/operators-none', both);
});

test('the operators, refused', async ({ page }) => {
  await openAdmin(page, '/admin', { 'GET /v1/agents': refusalOf(403, 0, 'No rights for this request') });
  await expect(page.getByRole('button', { name: words.tryAgain })).toBeVisible();
  await compare(page, 'admin/refused', both);
});

test('a new operator', async ({ page }) => {
  await openAdmin(page, '/admin/new', { 'POST /v1/agents': refusalOf(409, 102, 'Login is in use') });
  await compare(page, 'admin/new-empty', both);
  await page.getByLabel(words.templateHint).fill('agent1');
  await page.getByRole('radio', { name: /^agent11 / }).check();
  await page.getByLabel(words.login, { exact: true }).fill('anastasiia.ovcharenko');
  await page.getByLabel(words.details, { exact: true }).fill('a.ovcharenko@crm.example');
  await toTop(page);
  await compare(page, 'admin/new', both);
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.locator('app-refusal-notice')).toBeVisible();
  await compare(page, 'admin/new-refused', both, page.locator('app-new-operator form'));
});

test('an operator that was created', async ({ page }) => {
  // The password is random: the picture needs the same each time.
  await page.addInitScript(() => (crypto.getRandomValues = (array) => array));
  await openAdmin(page, '/admin/new', { 'POST /v1/agents': resultOf([{ ID: 30 }]) });
  await page.getByLabel(words.templateHint).fill('agent1');
  await page.getByRole('radio', { name: /^agent11 / }).check();
  await page.getByLabel(words.login, { exact: true }).fill('anastasiia.ovcharenko');
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.getByText(words.passwordOnce)).toBeVisible();
  await compare(page, 'admin/created', both, page.locator('.made'));
});

test('an operator’s settings', async ({ page }) => {
  await openAdmin(page, '/admin/operators/4');
  await page.getByLabel(words.amounts.delay).fill('2500');
  await toTop(page);
  await compare(page, 'admin/operator', both);
});

test('a retired operator, about to be removed', async ({ page }) => {
  await openAdmin(page, '/admin/operators/3');
  await page.getByRole('button', { name: words.remove }).click();
  await expect(page.getByRole('button', { name: words.keep })).toBeVisible();
  await compare(page, 'admin/remove', both, page.getByRole('region', { name: words.state }));
});

test('a batch of extensions', async ({ page }) => {
  await openAdmin(page, '/admin/extensions', {
    'PATCH /v1/extensions': resultOf([
      { list: 'Deleted', index: 0, error: { code: 409, id: 106, message: 'The extension is assigned to agent1' } },
      { list: 'Inserted', index: 0, E_ID: 40, error: { code: 200 } },
      { list: 'Inserted', index: 1, error: { code: 409, id: 102, message: 'The number is in use' } },
    ]),
  });
  await compare(page, 'admin/extensions', both);
  await page.getByLabel(words.from, { exact: true }).fill('7100');
  await page.getByLabel(words.to, { exact: true }).fill('7101');
  await page.getByLabel(words.description).fill('Room 2, by the window');
  await page.getByRole('button', { name: words.addRange }).click();
  await page.getByRole('checkbox', { name: words.select('1001') }).check();
  await page.getByRole('button', { name: words.deleteSelected, exact: true }).click();
  await toTop(page);
  await compare(page, 'admin/batch', both);
  await page.getByRole('button', { name: words.apply }).click();
  await expect(page.getByRole('alert')).toHaveCount(2);
  await compare(page, 'admin/batch-failed', both, page.locator('section.panel'));
});
