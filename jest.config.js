import { availableParallelism } from 'node:os';
import presets from 'jest-preset-angular/presets/index.js';

const paths = {
  '^mediatel-lib$': '<rootDir>/projects/mediatel-lib/src/public-api.ts',
  '^mediatel-lib/((?:private/)?[^/]+)$': '<rootDir>/projects/mediatel-lib/$1/index.ts',
  '^test-kit$': '<rootDir>/projects/test-kit/index.ts',
};
const ignored = ['<rootDir>/dist/', '<rootDir>/node_modules/', '<rootDir>/.cache/'];
const angular = presets.createEsmPreset({ tsconfig: '<rootDir>/projects/mediatel-lib/tsconfig.spec.json' });
/** The preset's transforms, with Node instead of the compiler where types are all there is to remove. */
const quick = ({ transform }) =>
  Object.fromEntries(
    Object.entries(transform).map(([files, [, options]]) => [files, ['<rootDir>/tools/jest/strip-types.js', options]]),
  );
const schematics = '<rootDir>/projects/mediatel-lib/schematics';
const node = presets.createEsmPreset({ tsconfig: '<rootDir>/projects/training-server/tsconfig.json' });

/** @type {import('jest').Config} */
export default {
  // Milliseconds. A busy machine takes longer than Jest's five seconds. A test that asserts a time measures it.
  testTimeout: 20_000,
  testSequencer: '<rootDir>/tools/jest-sequencer.js',
  // One more than there are cores: some specs wait for sound, sockets and processes.
  maxWorkers: Math.min(4, availableParallelism() + 1),
  // Each spec leaves some 15 MB in its process. A worker that has this much ends and another takes its place: one process for all
  // specs would reach Node's limit of 4 GB.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...angular,
      runtime: '<rootDir>/tools/jest/compile-once.js',
      displayName: 'angular',
      transform: { '/fesm2022/.+\\.mjs$': ['<rootDir>/tools/jest/link.js', {}], ...quick(angular) },
      transformIgnorePatterns: ['node_modules/(?!tslib|.+/fesm2022/)'],
      testMatch: ['<rootDir>/projects/{mediatel-lib,demo-app,host-tests}/**/*.spec.ts'],
      testPathIgnorePatterns: [schematics],
      setupFilesAfterEnv: ['<rootDir>/tools/jest-angular.ts', '<rootDir>/tools/jest-retries.ts'],
      moduleNameMapper: {
        ...angular.moduleNameMapper,
        ...paths,
        '^@angular/core$': '<rootDir>/tools/jest/angular-core.js',
        '^@angular/core/testing$': '<rootDir>/tools/jest/angular-testing.js',
      },
      modulePathIgnorePatterns: ignored,
    },
    {
      // CommonJS, as packed: the Angular CLI loads schematics by `require`.
      displayName: 'schematics',
      transform: { '^.+\\.ts$': ['jest-preset-angular', { tsconfig: `${schematics}/tsconfig.spec.json` }] },
      testEnvironment: 'node',
      setupFilesAfterEnv: ['<rootDir>/tools/jest-retries.ts'],
      testMatch: [`${schematics}/**/*.spec.ts`],
      modulePathIgnorePatterns: ignored,
    },
    {
      ...node,
      runtime: '<rootDir>/tools/jest/compile-once.js',
      displayName: 'node',
      transform: quick(node),
      testEnvironment: 'node',
      setupFilesAfterEnv: ['<rootDir>/tools/jest-retries.ts'],
      testMatch: [
        '<rootDir>/projects/{server-kit,test-kit,training-kit,training-server,supervisor-hub,probe}/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      moduleNameMapper: { ...node.moduleNameMapper, ...paths },
      modulePathIgnorePatterns: ignored,
    },
  ],
};
