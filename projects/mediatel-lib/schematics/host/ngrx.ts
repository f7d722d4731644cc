import type { Tree } from '@angular-devkit/schematics';
import { callsImported } from '../kit/imports';
import { sourceFiles } from '../kit/source-files';

/** How the host sets NgRx up. `none`: it has no store of its own. */
export type Ngrx = 'none' | 'provideStore' | 'StoreModule';

const store = '@ngrx/store';

/**
 * Finds the host's store.
 *
 * Looks at the whole workspace if the application has none: a library of the workspace may provide the store. A second
 * store would take the place of the first one.
 */
export function ngrxOf(tree: Tree, sourceRoot: string): Ngrx {
  const own = storeBelow(tree, sourceRoot);
  return own === 'none' ? storeBelow(tree, '/') : own;
}

function storeBelow(tree: Tree, folder: string): Ngrx {
  for (const file of sourceFiles(tree, folder, store)) {
    if (callsImported(file, store, 'provideStore')) return 'provideStore';
    if (callsImported(file, store, 'StoreModule', 'forRoot')) return 'StoreModule';
  }
  return 'none';
}
