import { globSync, readFileSync } from 'node:fs';

const docs = globSync(['docs/**/*.md', 'projects/*/README.md', 'projects/mediatel-lib/**/*.md'], {
  exclude: (file) => file.includes('goldens') || file.includes('node_modules'),
});
const specs = globSync(['projects/**/*.ts', 'tools/**/*.ts', 'e2e/**/*.ts', 'orders/**/*.ts']).map((file) =>
  file.replace(/\.ts$/, ''),
);
/** The specs and suites that a page names as evidence, with or without their folder. */
const named = docs.flatMap((page) =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/`([\w./-]+\.(?:spec|faults|interop|cluster))(?:\.ts)?`/g),
    ([, name = '']) => ({
      page,
      name,
    }),
  ),
);

describe('the tests that documents name', () => {
  it('are found', () => {
    expect(named.length).toBeGreaterThan(60);
  });

  it('exist', () => {
    const missing = named.filter(
      ({ name }) => name !== 'name.spec' && !specs.some((spec) => `/${spec}`.endsWith(`/${name}`)),
    );
    expect(missing).toEqual([]);
  });
});
