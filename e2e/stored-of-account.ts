import type { Page } from '@playwright/test';

/** What the page's phone stores at this place, whichever account it serves; `null` if nothing. */
export const storedOfAccount = (page: Page, place: string): Promise<string | null> =>
  page.evaluate((key) => {
    const name = Object.keys(localStorage).find((stored) => stored.startsWith(`${key} `));
    return name === undefined ? null : localStorage.getItem(name);
  }, place);

/** The stored call. */
export const storedCall = (page: Page): Promise<string | null> => storedOfAccount(page, 'mediatel.sip.call');
