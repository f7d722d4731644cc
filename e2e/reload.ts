import type { Page } from '@playwright/test';

/** Reloads as a person does, who confirms the browser's question. */
export async function reload(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload({ waitUntil: 'commit' });
}
