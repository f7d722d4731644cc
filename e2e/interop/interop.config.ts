import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium';
import { leftOut } from '../everyday';

const browser = await chromium();

/** The softphone in a browser against real SIP servers, which the tests start themselves. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.interop.ts',
  grepInvert: leftOut,
  globalSetup: './required-programs.ts',
  outputDir: '../../test-results/interop',
  workers: 1,
  fullyParallel: false,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/interop.json' }]],
  use: {
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    // A trace costs a third of the processor's time, and the promises are about time.
    trace: 'on-first-retry',
    launchOptions: { ...browser },
  },
});
