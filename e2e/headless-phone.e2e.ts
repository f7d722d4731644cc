import { expect, test } from './desk';
import { heardEnergy } from './heard';

test('a phone made of the facade alone signs in, calls, is heard, hangs up, codes and signs out', async ({
  desk,
  page,
}) => {
  await desk.signIn('agent6');
  await desk.ready();
  await page.goto('/gallery/headless');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const outcome = page.getByLabel('Outcome');
  await press('Sign in');
  await expect(page.getByLabel('State')).toHaveText('signedIn, available');
  await page.getByLabel('Number').fill('0661234501');
  await press('Call');
  await expect(outcome).toHaveText('done');
  // The demo CRM opens the customer's card.
  await page.waitForURL(/customers/);
  await page.goBack();
  await expect(page.getByLabel('State')).toHaveText('signedIn, talking');
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(0);
  await press('Hang up');
  await expect(page.getByLabel('State')).toHaveText('signedIn, clerical');
  await page.getByRole('list', { name: 'Codes' }).getByRole('button').first().click();
  await expect(page.getByLabel('State')).toHaveText('signedIn, available');
  await expect(outcome).toHaveText('done');
  await press('Sign out');
  await expect(page.getByLabel('State')).toHaveText('signedOut, loggedOut');
  await expect(outcome).toHaveText('done');
});
