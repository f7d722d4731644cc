import { edit } from '../ng-add/kinds.fixture';
import { newHost, ngAdd } from '../ng-add/hosts.fixture';

const azure = '@angular/material/prebuilt-themes/azure-blue.css';
const themed = (sheet: string): string => `@use '@angular/material' as mat;\n${sheet}\n`;

interface Workspace {
  readonly projects: {
    readonly crm: {
      readonly architect: { readonly build: { readonly options: { readonly styles: readonly unknown[] } } };
    };
  };
}
const stylesOf = (text: string): readonly unknown[] =>
  (JSON.parse(text) as Workspace).projects.crm.architect.build.options.styles;

describe('the theme', () => {
  it('is added before the host’s own styles if there is none', async () => {
    const { tree } = await ngAdd(await newHost({ style: 'scss' }));
    expect(stylesOf(tree.readContent('/angular.json'))).toEqual([azure, 'src/styles.scss']);
  });

  it.each([
    ['mat.theme', themed('html { @include mat.theme((color: mat.$azure-palette)); }')],
    ['mat.theme', "@use '@angular/material' as m;\nhtml {\n  @include m.theme(\n    (density: 0)\n  );\n}"],
    ['tokens', ':root { --mat-sys-primary: #036; }'],
    ['prebuilt', "@import '@angular/material/prebuilt-themes/rose-red.css';"],
  ])('of the host stays: %s', async (theme, sheet) => {
    const host = await newHost({ style: 'scss' });
    host.overwrite('/src/styles.scss', sheet);
    const { tree, said, warnings } = await ngAdd(host);
    expect(said).toContain(`theme ${theme})`);
    expect(warnings).toEqual([]);
    expect(stylesOf(tree.readContent('/angular.json'))).toEqual(['src/styles.scss']);
  });

  it.each([
    themed('$t: mat.m2-define-light-theme((color: (primary: $p)));\n@include mat.all-component-themes($t);'),
    themed('$t: mat.define-light-theme((color: (primary: $p)));'),
    themed('$t: mat.define-theme();\nhtml { @include mat.all-component-themes($t); }'),
    "@import '@angular/material/prebuilt-themes/indigo-pink.css';",
  ])('without system tokens stays, and the host hears how to add them: %s', async (sheet) => {
    const host = await newHost({ style: 'scss' });
    host.overwrite('/src/styles.scss', sheet);
    const { tree, warnings } = await ngAdd(host);
    expect(warnings).toEqual([expect.stringContaining('html { @include mat.theme((')]);
    expect(stylesOf(tree.readContent('/angular.json'))).toEqual(['src/styles.scss']);
  });

  it.each([
    '// @use "@angular/material" as mat; html { @include mat.theme(()); }',
    '/* --mat-sys-primary: red; */',
    "@use 'elsewhere' as own;\nhtml { @include own.theme(()); }\n.m2-4 { color: red }",
    "@use '@angular/material' as mat;\nhtml { @include mat.typography-hierarchy(()); }",
  ])('is none in %s', async (sheet) => {
    const host = await newHost({ style: 'scss' });
    host.overwrite('/src/styles.scss', sheet);
    expect((await ngAdd(host)).said).toContain('theme none)');
  });

  it.each([
    ['an entry of styles', '"src/styles.css"', `{ "input": "${azure}", "inject": true }, "src/styles.css"`, 'prebuilt'],
    [
      'an older theme in styles',
      '"src/styles.css"',
      '"@angular/material/prebuilt-themes/purple-green.css"',
      'material2',
    ],
  ])('is found in %s', async (_, from, to, theme) => {
    const host = await newHost();
    edit(host, '/angular.json', from, to);
    expect((await ngAdd(host)).said).toContain(`theme ${theme})`);
  });

  it('is found in a partial, and in the page', async () => {
    const partial = await newHost();
    partial.create('/src/theme/_colors.scss', themed('@mixin on { @include mat.theme(()); }'));
    expect((await ngAdd(partial)).said).toContain('theme mat.theme)');
    const page = await newHost();
    edit(page, '/src/index.html', '</head>', '<link rel="stylesheet" href="/prebuilt-themes/azure-blue.css"></head>');
    expect((await ngAdd(page)).said).toContain('theme prebuilt)');
  });
});
