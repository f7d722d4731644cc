import { adminWords } from '../projects/demo-app/admin/admin.words';
import { Desk, expect, test } from './desk';
import { bothSizes, picture } from './picture';

const words = adminWords.en;
const wide = { width: 1280, height: 800 };

test('administration', async ({ page }) => {
  await new Desk(page).signIn('admin1');
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await picture(page, 'admin-operators', bothSizes);

  await page.setViewportSize(wide);
  await page.getByRole('link', { name: words.newOperator }).click();
  await page.getByLabel(words.templateHint).fill('agent1');
  await page.getByRole('radio', { name: /^agent11 / }).check();
  await page.getByLabel(words.login, { exact: true }).fill('anastasiia.ovcharenko');
  await page.getByLabel(words.details, { exact: true }).fill('a.ovcharenko@crm.example');
  await picture(page, 'admin-new', bothSizes);
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.getByText(words.passwordOnce)).toBeVisible();
  await picture(page, 'admin-password', bothSizes);

  await page.getByRole('link', { name: words.openIt }).click();
  await page.getByLabel(words.amounts.delay).fill('1500');
  await page.getByRole('heading', { name: words.title }).scrollIntoViewIfNeeded();
  await picture(page, 'admin-operator', bothSizes);

  await page.setViewportSize(wide);
  await page.getByRole('link', { name: words.extensions }).click();
  await page.getByLabel(words.from, { exact: true }).fill('7100');
  await page.getByLabel(words.to, { exact: true }).fill('7101');
  await page.getByLabel(words.description).fill('Room 2, by the window');
  await page.getByRole('button', { name: words.addRange }).click();
  await page.getByRole('checkbox', { name: words.select('1001') }).check();
  await page.getByRole('button', { name: words.deleteSelected, exact: true }).click();
  await page.getByRole('heading', { name: words.title }).scrollIntoViewIfNeeded();
  await picture(page, 'admin-batch', bothSizes);
  await page.getByRole('button', { name: words.apply }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('heading', { name: words.title }).scrollIntoViewIfNeeded();
  await picture(page, 'admin-batch-failed', bothSizes);
});
