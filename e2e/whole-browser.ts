import { test } from '@playwright/test';
import { isWhole } from './chromium';

/** Skips the calling test, with the reason, if the browser lacks what only a whole one has. */
export function wholeBrowserOnly(what: string): void {
  test.skip(!isWhole(), `needs ${what}, which a headless shell lacks: install Chrome or Chromium, or set CHROME_PATH`);
}
