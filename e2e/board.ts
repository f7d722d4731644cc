import { type Locator, type Page, expect } from '@playwright/test';

/** Signs in as the supervisor, and waits until the board is connected. */
export async function openBoard(page: Page): Promise<Locator> {
  await page.goto('/supervisor');
  await page.getByLabel('Login').fill('supervisor1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const board = page.locator('mediatel-board');
  await expect(board.getByRole('table').first()).toBeVisible();
  await expect(board.getByText('Connecting…')).toHaveCount(0);
  return board;
}

/** Changes the board's language for good: what the desk's menu would keep, and the page anew. */
export async function boardSpeaks(page: Page, language: string): Promise<void> {
  await page.evaluate((language) => localStorage.setItem('mediatel-language', language), language);
  await page.reload();
  await expect(page.locator(`mediatel-board[lang=${language}]`)).toBeVisible();
}
