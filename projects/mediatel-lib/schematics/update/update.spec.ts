import { Tree } from '@angular-devkit/schematics';
import { SchematicTestRunner, UnitTestTree } from '@angular-devkit/schematics/testing';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { exportsOf01 } from './exports-of-0.1.fixture';
import { newPlace } from './new-place';
import { renamed } from './renamed';

const library = join(__dirname, '../..');

/** The names that a door exports. All of them are written out; `export *` would be `*`. */
function namesOf(door: string): ReadonlySet<string> {
  const file = ts.createSourceFile(door, readFileSync(door, 'utf8'), ts.ScriptTarget.Latest);
  return new Set(
    file.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => {
      if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*'];
      return exportClause.elements.map(({ name }) => name.text);
    }),
  );
}

/** The names that each entry point has today. */
const exported = new Map<string, ReadonlySet<string>>([
  ['mediatel-lib', namesOf(`${library}/src/public-api.ts`)],
  ...globSync('{*,private/*}/index.ts', { cwd: library }).map((door): [string, ReadonlySet<string>] => [
    `mediatel-lib/${dirname(door)}`,
    namesOf(join(library, door)),
  ]),
]);

async function migrated(files: Readonly<Record<string, string>>) {
  const runner = new SchematicTestRunner('mediatel-lib', join(library, 'schematics/migrations.json'));
  const warnings: string[] = [];
  runner.logger.subscribe(({ level, message }) => void (level === 'warn' && warnings.push(message)));
  const tree = new UnitTestTree(Tree.empty());
  for (const [path, text] of Object.entries(files)) tree.create(path, text);
  const result = await runner.runSchematic('names-of-the-house', {}, tree);
  return { tree: result, warnings };
}

async function migratedText(text: string): Promise<string> {
  const { tree } = await migrated({ '/src/a.ts': text });
  const once = tree.readContent('/src/a.ts');
  const twice = (await migrated({ '/src/a.ts': once })).tree.readContent('/src/a.ts');
  expect(twice).toBe(once);
  return once;
}

describe('the names of 0.1', () => {
  /** Nothing has taken the place of these. */
  const gone = [
    ...['mediatel-lib', 'mediatel-lib/store'].flatMap((door) =>
      [
        'audioProblems',
        'commandRefusal',
        'concernsCall',
        'Difference',
        'findDifferences',
        'isAllowedHost',
        'isOnForcePause',
        'pauseLimit',
        'reconcile',
        'reconcileGrace',
        'repairOf',
        'unfitnessRepair',
      ].map((name) => `${door} ${name}`),
    ),
    'mediatel-lib MicrophoneError',
    'mediatel-lib/ports MicrophoneError',
    'mediatel-lib/tabs TabPorts',
  ];

  it('lead to names that the library exports, all of them', () => {
    const lost = Object.entries(exportsOf01).flatMap(([module, names]) =>
      names
        .filter((name) => {
          const now = newPlace(module, name);
          return exported.get(now.module)?.has(now.name) !== true;
        })
        .map((name) => `${module} ${name}`),
    );
    expect(lost.sort()).toEqual([...gone].sort());
    expect(Object.values(exportsOf01).flat().length).toBeGreaterThan(500);
  });

  it('are no names of 0.2, so that a second run changes nothing', () => {
    expect(Object.values(renamed).filter((name) => name in renamed)).toEqual([]);
  });

  it.each([
    ['mediatel-lib', 'Account', 'mediatel-lib', 'OperatorAccount'],
    ['mediatel-lib', 'decodeSnapshot', 'mediatel-lib/protocol', 'decodeSnapshot'],
    ['mediatel-lib', 'Clock', 'mediatel-lib/ports', 'MediatelClock'],
    ['mediatel-lib', 'HubPicture', 'mediatel-lib/hub-protocol', 'HubSnapshot'],
    ['mediatel-lib/connection', 'RECONNECT_POLICY', 'mediatel-lib/ports', 'MEDIATEL_RECONNECT_POLICY'],
    ['mediatel-lib/supervisor', 'MediatelDay', 'mediatel-lib/supervisor', 'MediatelDayReport'],
    ['mediatel-lib', 'selectCall', 'mediatel-lib', 'selectCall'],
    ['mediatel-lib', 'toString', 'mediatel-lib', 'toString'],
  ])('%s %s is now %s %s', (module, name, nowModule, nowName) => {
    expect(newPlace(module, name)).toEqual({ module: nowModule, name: nowName });
  });
});

describe('ng update', () => {
  it.each([
    [
      'an import and its uses, as value and as type',
      `import { type Account, SCREEN_POP_HANDLER } from 'mediatel-lib';
const account: Account | Promise<Account> = load<Account>();
inject(SCREEN_POP_HANDLER);
`,
      `import { type OperatorAccount, MEDIATEL_SCREEN_POP_HANDLER } from 'mediatel-lib';
const account: OperatorAccount | Promise<OperatorAccount> = load<OperatorAccount>();
inject(MEDIATEL_SCREEN_POP_HANDLER);
`,
    ],
    [
      'an alias stays, and its uses',
      `import { Call as PhoneCall } from 'mediatel-lib';\nconst call: PhoneCall = now;\n`,
      `import { MediatelCall as PhoneCall } from 'mediatel-lib';\nconst call: PhoneCall = now;\n`,
    ],
    [
      'an alias that is the new name is no alias any more',
      `import { Call as MediatelCall } from 'mediatel-lib';\nlet call: MediatelCall;\n`,
      `import { MediatelCall } from 'mediatel-lib';\nlet call: MediatelCall;\n`,
    ],
    [
      'the same name of another package, of an inner scope and of a member is another one',
      `import { Call } from 'mediatel-lib';
import { Command } from 'elsewhere';
function f(Call: number) { return Call; }
const other = { Call: 1 };
other.Call = new Command();
let call: Call;
`,
      `import { MediatelCall } from 'mediatel-lib';
import { Command } from 'elsewhere';
function f(Call: number) { return Call; }
const other = { Call: 1 };
other.Call = new Command();
let call: MediatelCall;
`,
    ],
    [
      'a shorthand property and an export keep the host’s name',
      `import { RecordingPlayer } from 'mediatel-lib/recordings';
const parts = { RecordingPlayer };
export { RecordingPlayer };
`,
      `import { MediatelRecordingPlayer } from 'mediatel-lib/ui';
const parts = { RecordingPlayer: MediatelRecordingPlayer };
export { MediatelRecordingPlayer as RecordingPlayer };
`,
    ],
    [
      'the new name is taken in the file: the old one becomes an alias',
      `import { Call } from 'mediatel-lib';\nclass MediatelCall {}\nlet call: Call | MediatelCall;\n`,
      `import { MediatelCall as Call } from 'mediatel-lib';\nclass MediatelCall {}\nlet call: Call | MediatelCall;\n`,
    ],
    [
      'names that moved get an import of their own',
      `import { AgentSession, decodeSnapshot, type Clock } from "mediatel-lib";\nnew AgentSession(decodeSnapshot as unknown as Clock);\n`,
      `import { AgentSession } from "mediatel-lib";
import { decodeSnapshot } from "mediatel-lib/protocol";
import { type MediatelClock } from "mediatel-lib/ports";
new AgentSession(decodeSnapshot as unknown as MediatelClock);
`,
    ],
    [
      'names that moved join the import that is there',
      `import { decodeSnapshot } from 'mediatel-lib';\nimport { state } from 'mediatel-lib/protocol';\ndecodeSnapshot(state);\n`,
      `import { state, decodeSnapshot } from 'mediatel-lib/protocol';\ndecodeSnapshot(state);\n`,
    ],
    [
      'imports of types stay imports of types',
      `import type { Call, Snapshot } from 'mediatel-lib';\nlet both: [Call, Snapshot];\n`,
      `import type { MediatelCall } from 'mediatel-lib';\nimport type { Snapshot } from 'mediatel-lib/protocol';\nlet both: [MediatelCall, Snapshot];\n`,
    ],
    [
      'what a file exports on keeps its name',
      `export { Call, type Snapshot } from 'mediatel-lib';\nexport type { Account } from 'mediatel-lib';\n`,
      `export { MediatelCall as Call } from 'mediatel-lib';
export { type Snapshot } from 'mediatel-lib/protocol';
export type { OperatorAccount as Account } from 'mediatel-lib';
`,
    ],
    [
      'a namespace',
      `import * as phone from 'mediatel-lib';\nlet call: phone.Call = phone.repairAction(1);\n`,
      `import * as phone from 'mediatel-lib';\nlet call: phone.MediatelCall = phone.recoveryCommand(1);\n`,
    ],
    [
      'a type by import() and a part that loads later',
      `let call: import('mediatel-lib').Call;\nconst load = () => import('mediatel-lib/desk').then((m) => m.CallPanel);\n`,
      `let call: import('mediatel-lib').MediatelCall;\nconst load = () => import('mediatel-lib/desk').then((m) => m.MediatelCallPanel);\n`,
    ],
    [
      'metadata of a component',
      `import { Component } from '@angular/core';
import { Dialer } from 'mediatel-lib/ui';
@Component({ imports: [Dialer], template: '' })
export class Page { readonly dialer = viewChild(Dialer); }
`,
      `import { Component } from '@angular/core';
import { MediatelDialer } from 'mediatel-lib/ui';
@Component({ imports: [MediatelDialer], template: '' })
export class Page { readonly dialer = viewChild(MediatelDialer); }
`,
    ],
    [
      'nothing where nothing changed, in its own format',
      `import {provideMediatel,selectCall} from 'mediatel-lib'\nprovideMediatel(selectCall)\n`,
      `import {provideMediatel,selectCall} from 'mediatel-lib'\nprovideMediatel(selectCall)\n`,
    ],
  ])('renames: %s', async (_, before, after) => {
    expect(await migratedText(before)).toBe(after);
  });

  it('writes many names on lines of their own', async () => {
    const names = ['MissedCallActions', 'ConnectionActions', 'SoftphoneActions', 'selectMissedCalls', 'Account'];
    const text = await migratedText(`import { ${names.join(', ')} } from 'mediatel-lib';\n`);
    expect(text).toBe(
      `import {\n  ${[...names.slice(0, 4), 'OperatorAccount'].join(',\n  ')},\n} from 'mediatel-lib';\n`,
    );
  });

  it('reads the whole workspace, and leaves packages and results of builds alone', async () => {
    const text = "import { Call } from 'mediatel-lib';\nexport type A = Call;\n";
    const paths = ['/src/a.spec.ts', '/projects/b/src/b.mts', '/node_modules/x/c.ts', '/dist/d.ts', '/src/e.d.ts'];
    const { tree } = await migrated(Object.fromEntries(paths.map((path) => [path, text])));
    expect(paths.filter((path) => tree.readContent(path) !== text)).toEqual(paths.slice(0, 2));
  });

  it('says what no import names', async () => {
    const { warnings } = await migrated({
      '/src/day.html': '<mediatel-day [days]="days" />',
      '/src/new.html': '<mediatel-day-report />',
      '/src/app.config.ts': "provideMediatel({ account, unfitPause: 'x' }); // mediatel-lib",
      '/src/other.ts': 'const unfitPause = 1;',
      '/src/pause.spec.ts':
        "import { PauseMenuHarness } from 'mediatel-lib/testing'; await (await loader.getHarness(PauseMenuHarness)).take('Meeting');",
      '/src/alerts.ts': "import { OperatorAlerts } from 'mediatel-lib/supervisor'; const begun = (a) => a.since;",
      '/src/inner.ts': "import { findDifferences } from 'mediatel-lib';",
    });
    expect(warnings).toEqual([
      '/src/day.html: <mediatel-day> is <mediatel-day-report>',
      '/src/app.config.ts: unfitPause of the configuration is pauseWhenNotReady',
      '/src/pause.spec.ts: take() of the pause menu’s harness is choosePause()',
      '/src/alerts.ts: since of MediatelAlert is beganAt',
      '/src/inner.ts: how the library compares server and phone is its own now: selectCall and selectDisagreements have the result',
    ]);
  });
});
