import { defineConfig } from '@playwright/test';

/**
 * The desk in Firefox. Playwright's own runner can't drive Debian's Firefox; puppeteer-core can, over WebDriver BiDi.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.firefox.ts',
  outputDir: '../../test-results/firefox',
  workers: 1,
  fullyParallel: false,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/firefox.json' }]],
});
