import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium';

const browser = await chromium();
const part = process.env['FAULTS_PART'] ?? 'faults';

/** Tests that mostly wait for a line to come back. The others load the machine, or measure while it is loaded. */
const waiting =
  /(authorisation|commands|cuts|hub-away|server-killed|sip-cuts|sip-line|snapshots|supervisor-silence)\.faults\.ts$/;

/** Tests the promises of docs/reliability.md. Each worker has its own training server and fault-injecting proxy. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.faults.ts',
  outputDir: `../../test-results/${part}`,
  workers: 5,
  fullyParallel: true,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: process.env['FAULTS_FULL'] === '1' ? 1_200_000 : 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: `../../test-results/${part}.json` }]],
  projects: [
    { name: 'waiting', testMatch: waiting, workers: 5 },
    { name: 'loads', testMatch: '**/*.faults.ts', testIgnore: waiting, workers: 3 },
  ],
  use: {
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...browser },
  },
});
