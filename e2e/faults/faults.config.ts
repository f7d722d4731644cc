import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium';
import { isFull, leftOut } from '../everyday';

const browser = await chromium();
/** Files that take minutes, one test after the other: they begin first, so that no worker ends long after the others. */
const longest = /(hostile-call|hub-away)\.faults\.ts$/;

/** Tests the promises of docs/reliability.md. Each worker has its own training server and fault-injecting proxy. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'longest', testMatch: longest },
    { name: 'others', testMatch: '**/*.faults.ts', testIgnore: longest },
  ],
  grepInvert: leftOut,
  outputDir: '../../test-results/faults',
  // Tests spend most of their time waiting for a line to come back.
  workers: 3,
  fullyParallel: true,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: isFull ? 1_200_000 : 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/faults.json' }]],
  use: {
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    // See `severalTabs` for the tests that need it always.
    trace: 'on-first-retry',
    launchOptions: { ...browser },
  },
});
