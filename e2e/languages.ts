import { englishLabels } from '../projects/mediatel-lib/ui/intl/en/english';
import { russianLabels } from '../projects/mediatel-lib/ui/intl/ru/russian';
import { ukrainianLabels } from '../projects/mediatel-lib/ui/intl/uk/ukrainian';
import type { Page } from '@playwright/test';
import type { Desk } from './desk';

/** The desk's words, by the language's own name in the menu. */
export const languages = { English: englishLabels, Українська: ukrainianLabels, Русский: russianLabels } as const;
export type Language = keyof typeof languages;
export const languageNames = Object.keys(languages) as readonly Language[];

/** Changes the language as the operator does: by the desk's menu, in whatever language it is. */
export async function speak(desk: Desk, language: Language): Promise<void> {
  await desk.bar.locator('mediatel-desk-menu button').click();
  await desk.page.locator('[role=menuitem][aria-haspopup=menu]').click();
  await desk.page.getByRole('menuitemradio', { name: language }).click();
  await desk.page.locator(`mediatel-desk [lang=${languages[language].language}]`).first().waitFor();
  await desk.page.locator('.mat-mdc-menu-panel').first().waitFor({ state: 'detached' });
}

/** Changes the language as everybody can: by the account's menu, in whatever language it is. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.locator('app-user-menu .user').click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await page.locator(`html[lang=${languages[language].language}]`).waitFor();
  await page.locator('.mat-mdc-menu-panel').first().waitFor({ state: 'detached' });
}
