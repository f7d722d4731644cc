import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium';

const browser = await chromium();

/** The documentation site, as `npm run docs` has built it. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.docs.ts',
  outputDir: '../../test-results/docs',
  workers: 1,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/docs.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // Pictures of every moment cost a third of the processor's time; the snapshots of the page show the same.
    trace: { mode: 'retain-on-failure', screenshots: false },
    viewport: { width: 1440, height: 900 },
    launchOptions: { ...browser },
  },
});
