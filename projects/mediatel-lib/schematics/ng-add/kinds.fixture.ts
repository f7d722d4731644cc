import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import { newHost } from './hosts.fixture';

/** Replaces a text in a file of a host. Throws if the text is not there. */
export function edit(tree: UnitTestTree, path: string, from: string, to: string): void {
  const before = tree.readContent(path);
  if (!before.includes(from)) throw new Error(`${path} has no ${from}:\n${before}`);
  tree.overwrite(
    path,
    before.replace(from, () => to),
  );
}

async function edited(host: Promise<UnitTestTree>, change: (tree: UnitTestTree) => void): Promise<UnitTestTree> {
  const tree = await host;
  change(tree);
  return tree;
}

const modules = (): Promise<UnitTestTree> => newHost({ standalone: false, zoneless: false });

/** A host of NgModules with classic NgRx. */
export const classicNgrx = (): Promise<UnitTestTree> =>
  edited(modules(), (tree) => {
    edit(
      tree,
      '/src/app/app-module.ts',
      'BrowserModule,',
      'BrowserModule, StoreModule.forRoot({}), EffectsModule.forRoot([]),',
    );
    edit(
      tree,
      '/src/app/app-module.ts',
      'import',
      "import { EffectsModule } from '@ngrx/effects';\nimport { StoreModule } from '@ngrx/store';\nimport",
    );
  });

/** A standalone host with NgRx of its own. */
export const withProvideStore = (): Promise<UnitTestTree> =>
  edited(newHost(), (tree) => {
    edit(tree, '/src/app/app.config.ts', 'providers: [', 'providers: [\n    provideStore(),');
    edit(tree, '/src/app/app.config.ts', 'import', "import { provideStore } from '@ngrx/store';\nimport");
  });

/** A standalone host whose providers stand in `main.ts`. */
export const withoutConfig = (): Promise<UnitTestTree> =>
  edited(newHost(), (tree) => {
    tree.delete('/src/app/app.config.ts');
    tree.overwrite(
      '/src/main.ts',
      "import { bootstrapApplication } from '@angular/platform-browser';\nimport { App } from './app/app';\n\nbootstrapApplication(App);\n",
    );
  });

/** The kinds of hosts, each as `ng new` and a person made it. */
export const kinds: Readonly<Record<string, () => Promise<UnitTestTree>>> = {
  standalone: () => newHost(),
  'standalone with zone.js': () => newHost({ zoneless: false }),
  'server-rendered': () => newHost({ ssr: true }),
  'inline template': () => newHost({ inlineTemplate: true, inlineStyle: true }),
  'file names of 2016': () => newHost({ fileNameStyleGuide: '2016' }),
  'own prefix and SCSS': () => newHost({ prefix: 'desk', style: 'scss' }),
  provideStore: withProvideStore,
  'providers in main.ts': withoutConfig,
  NgModules: modules,
  'NgModules, zoneless': () => newHost({ standalone: false }),
  'NgModules with inline template': () => newHost({ standalone: false, inlineTemplate: true }),
  'NgModules with StoreModule': classicNgrx,
};
