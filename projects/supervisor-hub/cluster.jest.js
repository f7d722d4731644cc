import { resolve } from 'node:path';
import config from '../../jest.config.js';

const node = config.projects.find(({ displayName }) => displayName === 'node');

/** The cluster's tests alone: they start Redis and processes of their own. @type {import('jest').Config} */
export default {
  ...node,
  displayName: 'cluster',
  rootDir: resolve(import.meta.dirname, '../..'),
  testMatch: ['<rootDir>/projects/supervisor-hub/**/*.cluster.ts'],
};
