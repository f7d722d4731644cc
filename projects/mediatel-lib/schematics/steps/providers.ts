import { type Rule, type Tree, chain, noop } from '@angular-devkit/schematics';
import { addRootImport, addRootProvider } from '@schematics/angular/utility';
import type { Host } from '../host/host';
import { callsImported } from '../kit/imports';
import type { Notes } from '../kit/notes';
import { onOwnLine } from '../kit/own-line';
import { relativeImport } from '../kit/relative-import';
import { sourceFiles } from '../kit/source-files';
import { accountFile } from './phone-account';

const library = 'mediatel-lib';

/** Whether the host has called `provideMediatel` or `MediatelModule.forRoot` anywhere in its sources. */
function isProvided(tree: Tree, { sourceRoot }: Host): boolean {
  return [...sourceFiles(tree, sourceRoot, library)].some(
    (file) =>
      callsImported(file, library, 'provideMediatel') || callsImported(file, library, 'MediatelModule', 'forRoot'),
  );
}

/**
 * Adds the library to the host's root: `provideMediatel(…)`, in a host of NgModules `MediatelModule.forRoot(…)`.
 *
 * Only a host without a store gets `withStore()`: a second store would take the place of the first one.
 */
export function addProviders(host: Host, notes: Notes): Rule {
  return (tree) => {
    if (isProvided(tree, host)) return noop();
    const { bootstrap, name } = host;
    const features = host.ngrx === 'none' ? ', withStore()' : '';
    if (bootstrap.kind === 'unknown') {
      notes.leave(
        bootstrap.why,
        `To the root's providers: provideMediatel({ account: (credentials) => inject(PhoneAccount).account(credentials) }${features})`,
        'In a host of NgModules, to the root module’s imports: MediatelModule.forRoot(…) with the same parameters',
      );
      return noop();
    }
    const file = bootstrap.providersFile;
    const account = relativeImport(file, accountFile(host));
    const isModule = bootstrap.kind === 'module';
    const add = isModule ? addRootImport : addRootProvider;
    notes.did(`${file.replace(/^\//, '')}: ${isModule ? 'MediatelModule.forRoot' : 'provideMediatel'}(…${features})`);
    return chain([
      add(name, ({ code, external }) => {
        const called = isModule
          ? `${external('MediatelModule', library)}.forRoot`
          : external('provideMediatel', library);
        const inject = external('inject', '@angular/core');
        const asked = `account: (credentials) => ${inject}(${external('PhoneAccount', account)}).account(credentials)`;
        return code`${called}({ ${asked} }${host.ngrx === 'none' ? `, ${external('withStore', library)}()` : ''})`;
      }),
      onOwnLine(file, isModule ? 'MediatelModule' : 'provideMediatel'),
    ]);
  };
}
