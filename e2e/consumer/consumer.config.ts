import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium';

const browser = await chromium();

/** Hosts that the Angular CLI makes, with the packed library, against the packed training server. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.consumer.ts',
  globalSetup: './prepare.ts',
  outputDir: '../../test-results/consumer',
  workers: 2,
  fullyParallel: true,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/consumer.json' }]],
  use: {
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    // Pictures of every moment cost a third of the processor's time; the snapshots of the page show the same.
    trace: { mode: 'retain-on-failure', screenshots: false },
    viewport: { width: 1280, height: 800 },
    launchOptions: { ...browser },
  },
});
