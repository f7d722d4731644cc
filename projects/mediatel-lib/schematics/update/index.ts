import type { Rule } from '@angular-devkit/schematics';
import { filesBelow } from '../kit/source-files';
import { leftoversIn } from './leftovers';
import { renameInFile } from './rename-in-file';

/**
 * `ng update mediatel-lib`, from 0.1 to 0.2: renames what a workspace imports from mediatel-lib, with its uses, and
 * moves imports to the entry point that has the name now. A second run changes nothing.
 *
 * Members, inputs and tags with new names are listed, file by file: their types are not known here.
 */
export function renameExports(): Rule {
  return (tree, { logger }) => {
    for (const path of filesBelow(tree, '/')) {
      if (!/\.([mc]?ts|html)$/.test(path) || path.endsWith('.d.ts')) continue;
      const before = tree.readText(path);
      if (!before.includes('mediatel')) continue;
      const after = path.endsWith('.html') ? before : renameInFile(path, before);
      if (after !== before) tree.overwrite(path, after);
      for (const advice of leftoversIn(after)) logger.warn(`${path}: ${advice}`);
    }
  };
}
