import { defineConfig } from '@playwright/test';
import { chromium } from './chromium';
import { leftOut } from './everyday';

const port = Number(process.env['E2E_PORT'] ?? 4310);
const browser = await chromium();
/** Tests of several tabs or browsers at once, whose times are promised. They take two cores each: nothing runs beside them. */
const several =
  /\/(call-resumed-browser|call-resumed-state|tabs|tabs-as-one|background-tabs|new-version|new-version-hidden|supervisor|supervisor-acts|training-scenarios|training-trainer)\.e2e\.ts$/;
const isSeveral = process.env['E2E_PART'] === 'several';
/** Real audio on a machine with two cores allows no more browsers. Each worker has its own training server. */
const workers = isSeveral ? 1 : 2;
/** The index of this worker. The process that starts the servers has none. */
const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);

const name = isSeveral ? 'browser-several' : 'browser';

export default defineConfig({
  testDir: '.',
  testMatch: isSeveral ? several : '**/*.e2e.ts',
  testIgnore: isSeveral ? [] : several,
  grepInvert: leftOut,
  outputDir: `../test-results/${name}`,
  workers,
  fullyParallel: false,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  // A slow machine opens five tabs in a minute. A test that promises a time measures it.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./skip-reporter.ts'], ['json', { outputFile: `../test-results/${name}.json` }]],
  use: {
    baseURL: `http://localhost:${port + worker}`,
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    // See `severalTabs` for the tests that need it always.
    trace: 'on-first-retry',
    launchOptions: { ...browser },
  },
  webServer: Array.from({ length: workers }, (_, i) => ({
    command: `"${process.execPath}" --import tsx projects/training-server/main.ts`,
    cwd: '..',
    url: `http://localhost:${port + i}/healthz`,
    timeout: 60_000,
    reuseExistingServer: false,
    env: {
      PORT: String(port + i),
      DATA_DIR: `.cache/e2e-data-${process.pid}-${i}`,
      CLERICAL_SECONDS: '30',
      LOG_LEVEL: 'warn',
    },
    stdout: 'ignore',
    stderr: 'pipe',
  })),
});
