import type { Tree } from '@angular-devkit/schematics';
import type { ProjectDefinition } from '@schematics/angular/utility';
import { filesBelow } from '../kit/source-files';

/**
 * Where the host's Material colours come from.
 *
 * `mat.theme`, `prebuilt` and `tokens` set the system tokens (`--mat-sys-…`) that the desk draws with. `material2` sets
 * none of them. `none`: no theme is found.
 */
export type Theme = 'mat.theme' | 'prebuilt' | 'tokens' | 'material2' | 'none';

/** Material's prebuilt themes without system tokens. */
const olderThemes = 'deeppurple-amber|indigo-pink|pink-bluegrey|purple-green';

/** Whether a style sheet uses Material's Sass. Other packages have mixins and prefixes of the same names. */
const usesMaterial = (text: string): boolean => /@(use|import|forward)\s+['"]@angular\/material\b/.test(text);

/** What the text of a style sheet, of a page or of an entry in `styles` says. */
const signs: readonly (readonly [Theme, (text: string) => boolean])[] = [
  ['mat.theme', (text) => usesMaterial(text) && /(?:@include\s+|\+)(?:[\w-]+\.)?theme\s*\(/.test(text)],
  ['tokens', (text) => /--mat-sys-[\w-]+\s*:/.test(text)],
  ['prebuilt', (text) => new RegExp(`prebuilt-themes/(?!${olderThemes})[\\w-]+`).test(text)],
  ['material2', (text) => new RegExp(`prebuilt-themes/(${olderThemes})\\b`).test(text)],
  ['material2', (text) => usesMaterial(text) && /\bm2-|\bdefine-(?:light-|dark-)?theme\b/.test(text)],
];

/** If there are several, the first of these counts. */
const strength: readonly Theme[] = ['mat.theme', 'prebuilt', 'tokens', 'material2', 'none'];

/** Finds the theme in the build's `styles`, in the style sheets of the sources and in the page. */
export function themeOf(tree: Tree, project: ProjectDefinition, sourceRoot: string): Theme {
  const styles = stylesOf(project);
  const files = new Set(
    [...filesBelow(tree, sourceRoot), ...styles.map((entry) => `/${entry}`)].filter((path) =>
      /\.(css|scss|sass|less|html)$/.test(path),
    ),
  );
  const texts = [
    ...styles,
    ...[...files].filter((path) => tree.exists(path)).map((path) => withoutComments(tree.readText(path))),
  ];
  const found = texts.flatMap((text) => signs.filter(([, isIn]) => isIn(text)).map(([theme]) => theme));
  return strength.find((theme) => found.includes(theme)) ?? 'none';
}

/** The entries of `styles`: each is a path, or an object with one. */
export function stylesOf(project: ProjectDefinition): readonly string[] {
  const styles = project.targets.get('build')?.options?.['styles'];
  if (!Array.isArray(styles)) return [];
  return styles.flatMap((entry): string[] => {
    if (typeof entry === 'string') return [entry];
    const input = typeof entry === 'object' && entry !== null && 'input' in entry ? entry['input'] : null;
    return typeof input === 'string' ? [input] : [];
  });
}

/** Sass has no parser here. Comments are cut off, so that a theme that is commented out does not count. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
