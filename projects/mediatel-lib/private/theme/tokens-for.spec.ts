import { readFileSync } from 'node:fs';
import { systemTokens, tokensFor } from './tokens-for';

const material = readFileSync('node_modules/@angular/material/prebuilt-themes/azure-blue.css', 'utf8');
const plain = { family: 'Arial', scale: 1 };
const nothing = (): string => '';

describe('tokensFor', () => {
  it('knows every token of a theme of Material but the fixed colours, which no part uses', () => {
    const names = [...material.matchAll(/(--mat-sys-[\w-]+):/g)].map(([, name]) => name ?? '');
    const wanted = new Set(names.filter((name) => !name.includes('-fixed')));
    expect(new Set(Object.keys(systemTokens('Arial')))).toEqual(wanted);
  });

  it('has the light colours and the sizes of that theme', () => {
    const tokens = systemTokens('Roboto');
    const differing = [...material.matchAll(/(--mat-sys-[\w-]+): ([^;]+);/g)].filter(([, name = '', value = '']) => {
      const own = tokens[name];
      return own !== undefined && own !== value && !own.startsWith(`light-dark(${value},`);
    });
    expect(differing.map(([text]) => text)).toEqual([]);
  });

  it('sets all of them on a page without a theme, with the page’s font', () => {
    const set = tokensFor(nothing, plain);
    expect(set).toEqual(systemTokens('Arial'));
    expect(set['--mat-sys-body-medium']).toBe('400 0.875rem / 1.25rem Arial');
    expect(set['--mat-sys-surface']).toBe('light-dark(#faf9fd, #121316)');
  });

  it('leaves each token that the page sets', () => {
    const set = tokensFor((name) => (name === '--mat-sys-primary' ? 'teal' : ''), plain);
    expect(set).not.toHaveProperty('--mat-sys-primary');
    expect(set).toHaveProperty('--mat-sys-on-primary');
  });

  it('sets nothing where the page has them all', () => {
    expect(tokensFor((name) => systemTokens('Roboto')[name] ?? '', plain)).toEqual({});
  });

  it('takes the tokens of the part for its overlays, where the page’s body has none', () => {
    const inherited = (name: string): string => (name === '--mat-sys-primary' ? 'teal' : '');
    const set = tokensFor(nothing, { ...plain, inherited });
    expect([set['--mat-sys-primary'], set['--mat-sys-on-primary']]).toEqual(['teal', 'light-dark(#ffffff, #002f65)']);
  });

  it('enlarges text in rem, also the page’s own, and nothing else', () => {
    const own: Readonly<Record<string, string>> = {
      '--mat-sys-body-medium': '400 0.875rem / 1.25rem Roboto',
      '--mat-sys-label-large-size': '15px',
    };
    const set = tokensFor((name) => own[name] ?? '', { ...plain, scale: 1.6 });
    expect(set['--mat-sys-body-medium']).toBe('400 1.4rem / 2rem Roboto');
    expect(set).not.toHaveProperty('--mat-sys-label-large-size');
    expect(set['--mat-sys-body-small-tracking']).toBe('0.04rem');
    expect([set['--mat-sys-corner-small'], set['--mediatel-rem']]).toEqual(['8px', '1.6rem']);
  });
});
