import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** The same system and browser as for the tests, only to take pictures. Started by `npm run screenshots`. */
export default defineConfig({
  ...base,
  testMatch: '**/*.shots.ts',
  timeout: 240_000,
  outputDir: '../test-results/screenshots',
  reporter: [['list']],
});
