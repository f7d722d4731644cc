import { defineConfig } from '@playwright/test';
import { chromium } from './chromium';

const port = Number(process.env['E2E_PORT'] ?? 4310);
const browser = await chromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/browser',
  // Real audio on a machine of two cores: one browser at a time.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...browser },
  },
  webServer: {
    command: `"${process.execPath}" --import tsx projects/training-server/main.ts`,
    cwd: '..',
    url: `http://localhost:${port}/healthz`,
    timeout: 60_000,
    reuseExistingServer: false,
    env: { PORT: String(port), DATA_DIR: `.cache/e2e-data-${process.pid}`, CLERICAL_SECONDS: '30', LOG_LEVEL: 'warn' },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
