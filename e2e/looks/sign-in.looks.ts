import { type Page, expect, test } from '@playwright/test';
import { compare, openApp, serveGallery } from './gallery';
import { type StillAnswers, playServer } from './still-server';

serveGallery();

/** The card is as wide on every screen of 1280 px and more. */
const both = ['360', '1280'] as const;

const offer: StillAnswers = {
  'GET /api/demo-accounts': {
    json: {
      password: 'training',
      accounts: [
        ...Array.from({ length: 20 }, (_, i) => ({ login: `agent${i + 1}`, name: `Agent ${i + 1}`, role: 'operator' })),
        { login: 'supervisor1', name: 'Halyna Ostapenko', role: 'supervisor' },
        { login: 'trainer1', name: 'Oksana Bilyk', role: 'trainer' },
        { login: 'admin1', name: 'Taras Melnyk', role: 'admin' },
      ],
    },
  },
};

async function openSignIn(page: Page, answers: StillAnswers, path = '/sign-in'): Promise<void> {
  await playServer(page, { role: null, answers });
  await openApp(page, path);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Login').fill('agent1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('sign-in, with accounts to try', async ({ page }) => {
  await openSignIn(page, offer);
  await expect(page.getByRole('button', { name: /^Operator/ })).toBeVisible();
  await compare(page, 'sign-in/demo', ['360', '1280', '1366']);
});

test('sign-in', async ({ page }) => {
  await openSignIn(page, {});
  await compare(page, 'sign-in/plain', both, page.locator('.card'));
});

for (const [name, status] of [
  ['refused', 401],
  ['too-often', 429],
  ['unreachable', 502],
] as const) {
  test(`sign-in, ${name}`, async ({ page }) => {
    await openSignIn(page, { ...offer, 'POST /api/session': { status, json: { error: name } } });
    await signIn(page);
    await expect(page.getByRole('alert').locator('span')).toBeVisible();
    await compare(page, `sign-in/${name}`, both, page.locator('.card'));
  });
}

test('sign-in, on its way', async ({ page }) => {
  await openSignIn(page, { 'POST /api/session': () => new Promise(() => undefined) });
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await compare(page, 'sign-in/busy', both, page.locator('.card'));
});

test('sign-in after a phone that could not be logged out', async ({ page }) => {
  await openSignIn(page, {}, '/sign-in?phone=left');
  await expect(page.getByRole('alert').locator('span')).toBeVisible();
  await compare(page, 'sign-in/phone-left', both, page.locator('.card'));
});
