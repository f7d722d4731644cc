import { resolve } from 'node:path';
import config from '../../jest.config.js';

const angular = config.projects.find(({ displayName }) => displayName === 'angular');

/** Only the measured calls. @type {import('jest').Config} */
export default {
  ...angular,
  displayName: 'desk-test',
  rootDir: resolve(import.meta.dirname, '../..'),
  testMatch: ['<rootDir>/bench/desk-test/*.bench.ts'],
  setupFilesAfterEnv: angular.setupFilesAfterEnv.filter((file) => !file.includes('retries')),
};
