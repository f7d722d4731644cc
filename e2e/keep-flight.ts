import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';

/** The recording as its file would contain it; `undefined` if the page has no recorder. */
export const flightOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (window as { mediatelFlight?: () => Promise<string> }).mediatelFlight?.());

/**
 * Saves the flight recording of a page whose test failed beside its other artefacts, for the demo app's Replay page.
 */
export async function keepFlight(page: Page, info: TestInfo): Promise<void> {
  // The page itself may have failed: it is closed or has crashed.
  const text = await flightOf(page).catch(() => undefined);
  if (text === undefined) return;
  const path = info.outputPath('desk.mediatel-flight.json');
  await writeFile(path, text);
  await info.attach('desk.mediatel-flight.json', { path, contentType: 'application/json' });
}
