import type { Tree } from '@angular-devkit/schematics';
import type { ProjectDefinition } from '@schematics/angular/utility';
import { callsImported } from '../kit/imports';
import { sourceFiles } from '../kit/source-files';

/** Whether the application runs without zone.js: neither its build nor its code asks for it. */
export function isZoneless(tree: Tree, project: ProjectDefinition, sourceRoot: string): boolean {
  const polyfills = project.targets.get('build')?.options?.['polyfills'];
  const named = Array.isArray(polyfills) ? polyfills : [polyfills];
  if (named.some((entry) => typeof entry === 'string' && entry.startsWith('zone.js'))) return false;
  const provider = 'provideZoneChangeDetection';
  return ![...sourceFiles(tree, sourceRoot, provider)].some((file) => callsImported(file, '@angular/core', provider));
}

/** Whether a server renders the application's pages, at run time or while building. */
export function isServerRendered({ targets }: ProjectDefinition): boolean {
  const { ssr, server, outputMode } = targets.get('build')?.options ?? {};
  return Boolean(ssr) || Boolean(server) || outputMode === 'server';
}
