import { SchematicTestRunner, type UnitTestTree } from '@angular-devkit/schematics/testing';
import { join } from 'node:path';
import type { NgAddOptions } from './options';

const angular = '@schematics/angular';

/** Options of Angular's own schematic `application`. */
type ApplicationOptions = Readonly<Record<string, boolean | string>>;

const runner = (): SchematicTestRunner =>
  new SchematicTestRunner('mediatel-lib', join(__dirname, '../collection.json'));

/** A workspace with an application, as `ng new` makes it. */
export async function newHost(options: ApplicationOptions = {}, name = 'crm'): Promise<UnitTestTree> {
  const workspace = await runner().runExternalSchematic(angular, 'workspace', {
    name,
    version: '22.0.0',
    newProjectRoot: 'projects',
  });
  return newApplication(workspace, { projectRoot: '', ...options }, name);
}

/** Adds an application to a workspace, as `ng generate application` does. */
export function newApplication(tree: UnitTestTree, options: ApplicationOptions, name: string): Promise<UnitTestTree> {
  return runner().runExternalSchematic(angular, 'application', { name, skipInstall: true, ...options }, tree);
}

/** What a run of `ng add` gave: the workspace and what it said. */
export interface NgAddRun {
  readonly tree: UnitTestTree;
  /** Everything that it said, warnings too. */
  readonly said: string;
  /** The warnings: what is left to do by hand. */
  readonly warnings: readonly string[];
  /** Packages that it would install: how many installations it asked for. */
  readonly installs: number;
}

/** Runs `ng add mediatel-lib` in a workspace. */
export async function ngAdd(tree: UnitTestTree, options: NgAddOptions = {}): Promise<NgAddRun> {
  const run = runner();
  const lines: string[] = [];
  const warnings: string[] = [];
  run.logger.subscribe(({ level, message }) => {
    lines.push(message);
    if (level === 'warn') warnings.push(message);
  });
  const result = await run.runSchematic('ng-add', options, tree);
  return {
    tree: result,
    said: lines.join('\n'),
    warnings,
    installs: run.tasks.filter(({ name }) => name === 'node-package').length,
  };
}

/** All files of a workspace with their texts. */
export const filesOf = (tree: UnitTestTree): Readonly<Record<string, string>> =>
  Object.fromEntries(tree.files.map((path) => [path, tree.readContent(path)]));
