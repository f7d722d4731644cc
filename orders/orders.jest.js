import { resolve } from 'node:path';
import config from '../jest.config.js';

const angular = config.projects.find(({ displayName }) => displayName === 'angular');
const planting = resolve(import.meta.dirname, 'planting.js');

/** Only the explored orders. @type {import('jest').Config} */
export default {
  ...angular,
  displayName: 'orders',
  rootDir: resolve(import.meta.dirname, '..'),
  testMatch: ['<rootDir>/orders/**/*.orders.ts'],
  transform: Object.fromEntries(
    Object.entries(angular.transform).map(([files, [name, options]]) => [
      files,
      [name.endsWith('link.js') ? name : planting, options],
    ]),
  ),
  // A failing order is not flaky: it is not run again.
  setupFilesAfterEnv: angular.setupFilesAfterEnv.filter((file) => !file.includes('retries')),
};
