import { defineConfig } from '@playwright/test';
import { wholeChromium } from '../chromium';
import { leftOut } from '../everyday';

const browser = await wholeChromium();

/**
 * Pictures of every view, compared with those in docs/images. `npm run test:looks -- --update-snapshots` replaces those
 * that differ.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.looks.ts',
  grepInvert: leftOut,
  outputDir: '../../test-results/looks',
  workers: 2,
  fullyParallel: true,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  timeout: 60_000,
  // A missing picture is a failure: nobody has looked at it.
  updateSnapshots: 'none',
  snapshotPathTemplate: '../../docs/images/{arg}{ext}',
  expect: {
    timeout: 15_000,
    // Another version of the browser draws the edges of letters otherwise. The edge of one field in another colour is about
    // 700 pixels, in a picture of any size.
    toHaveScreenshot: { maxDiffPixels: 250, threshold: 0.2 },
  },
  reporter: [['list'], ['../skip-reporter.ts'], ['json', { outputFile: '../../test-results/looks.json' }]],
  use: {
    actionTimeout: 10_000,
    timezoneId: 'Europe/Kyiv',
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { ...browser },
  },
});
