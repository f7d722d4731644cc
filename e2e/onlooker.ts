import type { Page } from '@playwright/test';

/** Evaluates in the page without counting as a gesture; Playwright's own way counts as one, and so do its locators. */
export async function onlooker(page: Page): Promise<<T>(expression: string) => Promise<T>> {
  const session = await page.context().newCDPSession(page);
  return async <T>(expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true, userGesture: false });
    return result.value as T;
  };
}

export type Look = Awaited<ReturnType<typeof onlooker>>;
