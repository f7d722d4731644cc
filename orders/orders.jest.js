import { resolve } from 'node:path';
import config from '../jest.config.js';

const angular = config.projects.find(({ displayName }) => displayName === 'angular');

/** The explored orders alone. @type {import('jest').Config} */
export default {
  ...angular,
  displayName: 'orders',
  rootDir: resolve(import.meta.dirname, '..'),
  testMatch: ['<rootDir>/orders/**/*.orders.ts'],
};
