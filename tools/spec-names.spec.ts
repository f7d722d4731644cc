import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Whether a spec is named after a file beside it or after its folder. The name of the tested part may follow. */
function isFindable(spec: string, has: (file: string) => boolean): boolean {
  const [name = ''] = basename(spec).split('.');
  return name === basename(dirname(spec)) || has(join(dirname(spec), `${name}.ts`));
}

const specs = globSync('projects/**/*.spec.ts', { exclude: ['**/node_modules'] });

describe('the names of specs', () => {
  it('are those of their source or of their folder', () => {
    expect(specs.length).toBeGreaterThan(100);
    const lost = specs.filter((spec) => !isFindable(spec, existsSync));
    expect(lost).toEqual([]);
  });

  it.each([
    ['a/tabs/tab-link.spec.ts', true],
    ['a/tabs/tab-link.laws.spec.ts', true],
    ['a/tabs/tabs.laws.spec.ts', true],
    ['a/tabs/two-tabs.spec.ts', false],
    ['a/tabs/tab-link-laws.spec.ts', false],
  ])('%s is found by its name: %p', (spec, isFound) => {
    expect(isFindable(spec.replaceAll('/', sep), (file) => file === join('a', 'tabs', 'tab-link.ts'))).toBe(isFound);
  });
});
