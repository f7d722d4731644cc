import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { type Language, languageNames, languages, speak } from './languages';

interface Shown {
  readonly title: string;
  readonly body: string;
}

/**
 * The headless browser shows no notifications: this records what would be shown, in a tab that reports itself as
 * hidden.
 */
const noteNotices = (page: Page) =>
  page.addInitScript(() => {
    const notices: Shown[] = [];
    class Notice {
      static readonly permission = 'granted';
      onclick: (() => void) | null = null;
      constructor(title: string, { body }: { body: string }) {
        notices.push({ title, body });
      }
      close(): void {
        this.onclick = null;
      }
    }
    Object.assign(window, { Notification: Notice, notices });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  });

const lastNotice = (page: Page): Promise<Shown | undefined> =>
  page.evaluate(() => (window as unknown as { notices: Shown[] }).notices.at(-1));

const title: Readonly<Record<Language, string>> = {
  English: 'Incoming call',
  Українська: 'Вхідний дзвінок',
  Русский: 'Входящий звонок',
};

test('the notification of a call speaks the desk’s language, and follows a change of it', async ({ desk, page }) => {
  test.setTimeout(300_000);
  await noteNotices(page);
  await desk.begin('agent9');
  for (const name of languageNames) {
    await test.step(name, async () => {
      const words = languages[name];
      await speak(desk, name);
      await desk.customerCalls('agent9', '0661234501');
      await desk.shows(words.appearance.talking);
      await expect.poll(async () => (await lastNotice(page))?.title).toBe(title[name]);
      expect((await lastNotice(page))?.body).toContain('0661234501');
      await desk.press(words.hangUp, words.appearance.talking);
      await desk.shows(words.appearance.clerical);
      await page.keyboard.press('1');
      await expect(async () => {
        await page.keyboard.press('Enter');
        await desk.shows(words.appearance.available, 700);
      }).toPass();
    });
  }
});
