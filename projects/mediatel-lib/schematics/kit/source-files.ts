import type { DirEntry, Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

/** Folders with code of others, or with results of builds. */
const foreign = /^(node_modules|dist|\..*)$/;

/** The paths of files below `folder`, without packages and build results. */
export function* filesBelow(tree: Tree, folder: string): Generator<string> {
  yield* filesIn(tree.getDir(folder));
}

function* filesIn(folder: DirEntry): Generator<string> {
  for (const name of folder.subfiles) yield `${folder.path === '/' ? '' : folder.path}/${name}`;
  for (const name of folder.subdirs) if (!foreign.test(name)) yield* filesIn(folder.dir(name));
}

/** Parses a TypeScript file of the tree. */
export function parsed(tree: Tree, path: string): ts.SourceFile {
  return ts.createSourceFile(path, tree.readText(path), ts.ScriptTarget.Latest, true);
}

/** The TypeScript files below `folder` whose text has `word`, parsed. Specs count only if `specs` is set. */
export function* sourceFiles(tree: Tree, folder: string, word: string, specs = false): Generator<ts.SourceFile> {
  for (const path of filesBelow(tree, folder)) {
    if (!/(?<!\.d)\.[mc]?ts$/.test(path) || (!specs && /\.spec\.ts$/.test(path))) continue;
    // Most files have no such word, and parsing takes long.
    if (tree.readText(path).includes(word)) yield parsed(tree, path);
  }
}
