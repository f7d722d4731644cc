import type { Tree } from '@angular-devkit/schematics';
import { callsImported } from '../kit/imports';
import { sourceFiles } from '../kit/source-files';

/** How the host sets NgRx up. `none`: it has no store of its own. */
export type Ngrx = 'none' | 'provideStore' | 'StoreModule';

const store = '@ngrx/store';

/** Finds the host's store: in the application, else in a library of the workspace. `folders` are their sources. */
export function ngrxOf(tree: Tree, folders: readonly string[]): Ngrx {
  for (const folder of folders) {
    for (const file of sourceFiles(tree, folder, store)) {
      if (callsImported(file, store, 'provideStore')) return 'provideStore';
      if (callsImported(file, store, 'StoreModule', 'forRoot')) return 'StoreModule';
    }
  }
  return 'none';
}
