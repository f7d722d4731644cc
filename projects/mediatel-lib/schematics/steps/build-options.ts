import { type Rule, noop } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import type { Host } from '../host/host';
import { stylesOf } from '../host/theme';
import type { Notes } from '../kit/notes';

/** The library's dependencies that are no ES modules. A build warns of each one that is not allowed. */
const commonJs = ['jssip', 'debug', 'events', 'sdp-transform'];

const fallbackTheme = '@angular/material/prebuilt-themes/azure-blue.css';

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/** Allows the library's CommonJS dependencies in the build, and adds a theme if the host has none. */
export function addBuildOptions(host: Host, notes: Notes): Rule {
  const build = host.project.targets.get('build');
  if (build === undefined) {
    notes.leave(
      `${host.name} has no target build`,
      `Its build needs allowedCommonJsDependencies: ${JSON.stringify(commonJs)}`,
      `and, if there is no Material theme, first in its styles: ${fallbackTheme}`,
    );
    return noop();
  }
  const allowed = texts(build.options?.['allowedCommonJsDependencies']);
  const isAllowed = commonJs.every((name) => allowed.includes(name)) || allowed.includes('*');
  const needsTheme = host.theme === 'none' && !stylesOf(host.project).includes(fallbackTheme);
  if (host.theme === 'material2') leaveTheme(notes);
  if (isAllowed && !needsTheme) return noop();
  if (!isAllowed) notes.did('angular.json: allowedCommonJsDependencies');
  if (needsTheme) notes.did(`angular.json: the theme ${fallbackTheme}, because none was found`);
  return updateWorkspace(({ projects }) => {
    const options = (projects.get(host.name)!.targets.get('build')!.options ??= {});
    if (!isAllowed) options['allowedCommonJsDependencies'] = [...new Set([...allowed, ...commonJs])];
    const styles = options['styles'];
    if (needsTheme) options['styles'] = [fallbackTheme, ...(Array.isArray(styles) ? styles : [])];
  });
}

function leaveTheme(notes: Notes): void {
  notes.leave(
    'The Material theme has no system tokens (--mat-sys-…), so the desk has no colours',
    'Keep your theme and add to the global style sheet:',
    "@use '@angular/material' as mat;",
    'html { @include mat.theme((color: mat.$azure-palette, typography: Roboto, density: 0)); }',
  );
}
