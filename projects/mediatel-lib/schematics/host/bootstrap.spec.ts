import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import { filesOf, newHost, ngAdd } from '../ng-add/hosts.fixture';
import { edit } from '../ng-add/kinds.fixture';

/** Hosts that the schematic can't set up: the change, and the reason that it gives. */
const odd: readonly (readonly [string, (tree: UnitTestTree) => void, string])[] = [
  [
    'providers that are not a list',
    (tree) => edit(tree, '/src/app/app.config.ts', 'providers: [', 'providers: rootProviders || ['),
    'The providers of src/app/app.config.ts are not a list',
  ],
  [
    'providers in short form',
    (tree) =>
      tree.overwrite('/src/app/app.config.ts', 'const providers = [];\nexport const appConfig = { providers };\n'),
    'The providers of src/app/app.config.ts are not a list',
  ],
  [
    'a configuration that spreads another one',
    (tree) => tree.overwrite('/src/app/app.config.ts', 'export const appConfig = { ...base };\n'),
    'The providers of src/app/app.config.ts are not a list',
  ],
  [
    'a configuration that is called',
    (tree) => edit(tree, '/src/main.ts', 'App, appConfig', 'App, configOf(appConfig)'),
    'The configuration that src/main.ts gives to bootstrapApplication is not an object of the project',
  ],
  ['no app.config', (tree) => tree.delete('/src/app/app.config.ts'), 'app.config.ts'],
  [
    'a start in another file',
    (tree) => tree.overwrite('/src/main.ts', "import('./bootstrap').catch(console.error);\n"),
    'src/main.ts calls neither bootstrapApplication nor bootstrapModule',
  ],
  ['no main file', (tree) => tree.delete('/src/main.ts'), 'The main file of crm is not found (src/main.ts)'],
];

describe('a host that starts in another way', () => {
  it.each(odd)('%s: its code stays, and the person hears what to write', async (_, change, why) => {
    const host = await newHost();
    change(host);
    const before = filesOf(host);
    const { tree, warnings } = await ngAdd(host);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(why);
    expect(warnings[0]).toContain(
      'provideMediatel({ account: (credentials) => inject(PhoneAccount).account(credentials) }, withStore())',
    );
    // What helps whoever goes on by hand is there; the code that starts and the pages are not touched.
    const changed = Object.entries(filesOf(tree)).filter(([path, text]) => before[path] !== text);
    expect(changed.map(([path]) => path)).toEqual(['/angular.json', '/package.json', '/src/app/phone-account.ts']);
    const again = await ngAdd(tree);
    expect(filesOf(again.tree)).toEqual(filesOf(tree));
  });

  it.each([
    [
      'an import list that is not one',
      'imports: [',
      'imports: shared || [',
      'The imports of src/app/app-module.ts are not a list',
    ],
    ['a module by another name', '@NgModule', '@Module', 'src/app/app-module.ts has no class with @NgModule'],
  ])('NgModules: %s', async (_, from, to, why) => {
    const host = await newHost({ standalone: false });
    edit(host, '/src/app/app-module.ts', from, to);
    const before = host.readContent('/src/app/app-module.ts');
    const { tree, warnings } = await ngAdd(host);
    expect(warnings[0]).toContain(why);
    expect(tree.readContent('/src/app/app-module.ts')).toBe(before);
  });

  it('a root module behind an alias', async () => {
    const host = await newHost({ standalone: false });
    edit(host, '/src/main.ts', './app/app-module', '@crm/app-module');
    expect((await ngAdd(host)).warnings[0]).toContain('The root module of src/main.ts is not found');
  });

  it('takes a configuration without providers, and a merged one', async () => {
    const bare = await newHost();
    bare.overwrite('/src/app/app.config.ts', 'export const appConfig = {};\n');
    expect((await ngAdd(bare)).tree.readContent('/src/app/app.config.ts')).toContain('providers: [provideMediatel(');
    const merged = await newHost();
    edit(merged, '/src/main.ts', 'App, appConfig', 'App, mergeApplicationConfig(appConfig, {})');
    edit(merged, '/src/main.ts', 'import', "import { mergeApplicationConfig } from '@angular/core';\nimport");
    expect((await ngAdd(merged)).tree.readContent('/src/main.ts')).toContain('provideMediatel(');
  });
});
