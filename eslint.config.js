import js from '@eslint/js';
import angular from 'angular-eslint';
import boundaries from 'eslint-plugin-boundaries';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { browserTests } from './tools/browser-tests.js';
import { rooms as roomRules } from './tools/rooms.js';

/** What each room of the library may import of the other rooms (docs/architecture.md). */
const directions = {
  protocol: [],
  'hub-protocol': ['protocol'],
  ports: ['hub-protocol', 'protocol'],
  connection: ['ports', 'hub-protocol', 'protocol'],
  softphone: ['ports', 'protocol'],
  tabs: ['ports', 'protocol'],
  flight: ['ports', 'protocol'],
  recorder: ['flight', 'ports', 'protocol'],
  store: ['ports', 'hub-protocol', 'protocol'],
  rest: ['protocol'],
  theme: [],
  ui: ['theme', 'ports', 'hub-protocol', 'protocol'],
  desk: ['theme', 'ui', 'store', 'rest', 'ports', 'protocol'],
  supervisor: ['theme', 'ui', 'store', 'rest', 'ports', 'hub-protocol', 'protocol'],
  testing: [
    'protocol',
    'hub-protocol',
    'ports',
    'connection',
    'softphone',
    'tabs',
    'flight',
    'recorder',
    'store',
    'rest',
    'ui',
    'desk',
    'supervisor',
  ],
  primary: ['protocol', 'ports', 'connection', 'softphone', 'tabs', 'flight', 'store', 'rest'],
};
const rooms = Object.keys(directions);

/** Rooms for the library itself and its tests. Hosts must not import them. */
const privateRooms = ['connection', 'softphone', 'tabs', 'theme', 'flight'];

/** A room's folder below `projects/mediatel-lib`. */
const folderOf = (room) => {
  if (room === 'primary') return 'src';
  return privateRooms.includes(room) ? `private/${room}` : room;
};

/** Rooms that servers use too: no Angular, no package at all. */
const wires = ['protocol', 'hub-protocol'];

/** Packages that only some rooms may import, statically or not. */
const owned = [
  { source: ['jssip', 'jssip/**'], by: ['softphone'] },
  {
    source: ['ngx-socket-io', 'socket.io-client'],
    by: ['connection', 'supervisor', 'demo-app', 'training-server', 'supervisor-hub', 'probe'],
  },
  {
    source: ['@angular/material', '@angular/material/**'],
    by: ['theme', 'ui', 'desk', 'supervisor', 'testing', 'demo-app', 'host-tests'],
  },
];

/** Functions that wait for their condition and fail without it, or that contain expectations. */
const asserting = {
  specs: ['expect', 'until', '**.untilHeard'],
  browser: [
    ...['expect', 'event', 'proved', 'hearsMore', 'stillServes', 'measured', 'withstands', 'holdsMemory'],
    ...['nothingCameLater', 'host.phase', 'host.reaches', 'desk.ready', 'desk.says'],
  ],
};

/** Members by the keyword `private`. Angular reaches its signal queries and inputs by name, so these keep it. */
const reachedByAngular = '/^(viewChild|viewChildren|contentChild|contentChildren|input|output|model)$/';
const privateMembers = [
  `PropertyDefinition[accessibility="private"]:not([value.callee.name=${reachedByAngular}]):not([value.callee.object.name=${reachedByAngular}])`,
  'MethodDefinition[accessibility="private"]:not([kind="constructor"])',
  'TSParameterProperty[accessibility="private"]',
];

/** Names that JsSIP keeps to itself, as a member, in a type or in an object; casts that would reach anything else. */
const insideJsSip = [
  'MemberExpression > Identifier.property[name=/^_./]',
  'MemberExpression > Literal.property[value=/^_./]',
  'TSPropertySignature > Identifier.key[name=/^_./]',
  'Property > Identifier.key[name=/^_./]',
  'TSAsExpression > TSAsExpression > TSUnknownKeyword',
];

const restrictedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union (`as const`).' },
  ...privateMembers.map((selector) => ({ selector, message: 'A private member is `#name`.' })),
];

const element = (type) => ({ element: { type } });
const anyOf = (types) => ({ element: { types: { anyOf: types } } });

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.angular/',
      '.cache/',
      'data/',
      'test-results/',
      'playwright-report/',
      'bench/host/',
      'e2e/consumer/overlays/',
    ],
  },
  js.configs.recommended,
  { rules: { 'max-lines': ['error', 400] } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // `list[i]!` after a bounds check: `noUncheckedIndexedAccess` does not see that the index exists.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Only types: `import type { A }`. Together with values: `import { type A, b }`.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-duplicate-imports': 'error',
      // With `{}` in `Known | (string & {})` editors still offer the known names.
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '.*', allowObjectTypes: 'always' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  {
    files: ['projects/mediatel-lib/private/softphone/**/*.ts'],
    ignores: ['**/*.{spec,fixture}.ts', 'projects/mediatel-lib/private/softphone/jssip/jssip-inside.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        ...insideJsSip.map((selector) => ({ selector, message: 'What is inside JsSIP is used in jssip-inside.ts.' })),
      ],
    },
  },
  {
    files: ['projects/{mediatel-lib,demo-app,host-tests}/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-standalone': 'error',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['projects/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'BoundEvent > ASTWithSource > Binary[operation=/^(&&|[|][|]|[<>]=?|[=!]==?)$/]',
          message:
            'Angular cancels an event whose handler yields `false`: keys and links then do nothing. Use a method.',
        },
      ],
    },
  },
  {
    files: ['projects/**/*.ts', 'projects/**/*.scss/*.js'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/include': ['projects/**/*.ts', 'projects/**/*.scss/*.js'],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
      'boundaries/legacy-templates': false,
      'boundaries/elements': [
        ...rooms.map((room) => ({ type: room, pattern: `projects/mediatel-lib/${folderOf(room)}` })),
        { type: 'schematics', pattern: 'projects/mediatel-lib/schematics' },
        { type: 'demo-app', pattern: 'projects/demo-app' },
        { type: 'host-tests', pattern: 'projects/host-tests' },
        { type: 'server-kit', pattern: 'projects/server-kit' },
        { type: 'test-kit', pattern: 'projects/test-kit' },
        { type: 'training-kit', pattern: 'projects/training-kit' },
        { type: 'training-server', pattern: 'projects/training-server' },
        { type: 'supervisor-hub', pattern: 'projects/supervisor-hub' },
        { type: 'probe', pattern: 'projects/probe' },
      ],
      'boundaries/files': [{ category: 'spec', pattern: ['**/*.{spec,cluster,fixture}.ts'] }],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: [
            { from: { element: { type: '*' } }, allow: { to: { module: { origin: ['external', 'core'] } } } },
            ...[
              ...[...rooms, 'schematics', 'demo-app', 'host-tests', 'server-kit', 'test-kit'],
              ...['training-kit', 'training-server', 'supervisor-hub', 'probe'],
            ].map((type) => ({ from: element(type), allow: { to: element(type) } })),
            ...rooms
              .filter((room) => directions[room].length > 0)
              .map((room) => ({ from: element(room), allow: { to: anyOf(directions[room]) } })),
            {
              from: anyOf(['demo-app', 'host-tests']),
              allow: { to: anyOf(rooms.filter((room) => !privateRooms.includes(room))) },
            },
            // Its specs try the whole library as a host would get it.
            { from: { ...element('demo-app'), file: { categories: 'spec' } }, allow: { to: anyOf(privateRooms) } },
            { from: anyOf(['training-server', 'supervisor-hub']), allow: { to: anyOf(['protocol', 'hub-protocol']) } },
            { from: anyOf(['training-server', 'supervisor-hub']), allow: { to: element('server-kit') } },
            { from: element('training-server'), allow: { to: element('supervisor-hub') } },
            { from: anyOf(['training-server', 'demo-app']), allow: { to: element('training-kit') } },
            { from: element('probe'), allow: { to: anyOf(['protocol', 'server-kit']) } },
            // Its specs probe the training server.
            { from: { ...element('probe'), file: { categories: 'spec' } }, allow: { to: element('training-server') } },
            // Specs may use the fakes and builders, and the test kit.
            { from: { file: { categories: 'spec' } }, allow: { to: anyOf(['testing', 'test-kit']) } },
            { from: element('test-kit'), allow: { to: anyOf(wires) } },
            ...owned.map(({ source, by }) => ({
              from: { element: { types: { noneOf: by } } },
              disallow: { to: { module: { origin: 'external', source } } },
            })),
            {
              from: anyOf(wires),
              disallow: { to: { module: { origin: ['external', 'core'] } } },
            },
            {
              from: { ...anyOf(wires), file: { categories: 'spec' } },
              allow: { to: { module: { origin: ['external', 'core'] } } },
            },
          ],
        },
      ],
    },
  },
  {
    // In development a page without a theme gets a word on the console: nothing failed, so it is no error to report.
    files: ['projects/mediatel-lib/private/theme/ask-for-theme.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['projects/mediatel-lib/**/*.ts', 'projects/demo-app/**/*.ts'],
    ignores: ['**/*.spec.ts', 'projects/mediatel-lib/ports/stored/stored-value.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage'].map((name) => ({
          name,
          message: 'What the browser keeps is read and written by storedValue (mediatel-lib/ports).',
        })),
      ],
    },
  },
  {
    files: ['**/*.spec.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: asserting.specs }],
      'jest/no-commented-out-tests': 'error',
      'jest/no-disabled-tests': 'error',
    },
  },
  {
    // Playwright's tests: the rules that mean the same there.
    files: ['e2e/**/*.{e2e,docs,faults,firefox,interop,shots}.ts'],
    plugins: { 'browser-tests': browserTests },
    rules: {
      'browser-tests/expect-expect': ['error', { assertFunctionNames: asserting.browser }],
      'browser-tests/no-conditional-expect': 'error',
      'browser-tests/no-focused-tests': 'error',
      'browser-tests/no-identical-title': 'error',
      'browser-tests/valid-expect': ['error', { maxArgs: 2 }],
    },
  },
  {
    files: ['projects/mediatel-lib/**/*.scss'],
    plugins: { rooms: roomRules },
    processor: 'rooms/styles',
  },
  {
    files: [
      'projects/mediatel-lib/**/*.ts',
      'projects/mediatel-lib/**/*.scss/*.js',
      'projects/{server-kit,test-kit,training-kit,training-server,supervisor-hub,probe}/**/*.ts',
    ],
    plugins: { rooms: roomRules },
    rules: { 'rooms/own-room': 'error' },
  },
  {
    files: ['tools/**', 'bench/**', 'orders/**', '*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setImmediate: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
);
