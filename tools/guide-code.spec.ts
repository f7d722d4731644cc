import { existsSync, globSync, readFileSync } from 'node:fs';

/** A block of code in a document. `file`: the file that it claims to show; empty if it names none. */
interface Block {
  readonly page: string;
  readonly file: string;
  readonly code: string;
}

const blocksOf = (page: string): Block[] =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/^```(?:ts|js)(?: ([\w./-]+))?[^\n]*\n(.*?)\n```$/gms),
    ([, file = '', code = '']) => ({ page, file, code }),
  );

/** The text without the indentation that all its lines share. */
function dedented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

/** Whether the code is a run of whole lines of the text, apart from their shared indentation. */
function isIn(code: string, text: string): boolean {
  const lines = text.split('\n');
  const count = code.split('\n').length;
  return lines.some((_, at) => dedented(lines.slice(at, at + count)) === code);
}

const pages = globSync(['docs/**/*.md', 'projects/mediatel-lib/**/*.md'], {
  exclude: (file) => file.includes('goldens') || file.includes('node_modules'),
});
const guide = 'docs/guides/testing-a-host.md';
/** Pages that show only code that a test runs. */
const tested = [guide, 'projects/mediatel-lib/testing/harnesses.md'];

describe('code in the documents', () => {
  it('is the code of the file that its block names', () => {
    const named = pages.flatMap(blocksOf).filter(({ file }) => file.startsWith('projects/'));
    expect(named.length).toBeGreaterThan(10);
    const differing = named.filter(({ file, code }) => !existsSync(file) || !isIn(code, readFileSync(file, 'utf8')));
    expect(differing).toEqual([]);
  });

  it('names its file, on the pages that show only tested code', () => {
    const blocks = tested.flatMap(blocksOf);
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.filter(({ file }) => file === '')).toEqual([]);
  });

  it('is all of the tests of the project host-tests', () => {
    const shown = blocksOf(guide);
    const tests = globSync('projects/host-tests/**/*.spec.ts').flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(/^ {2}it\('(.*?)'/gm), ([, title = '']) => `${file}: ${title}`),
    );
    expect(tests.length).toBeGreaterThan(7);
    const hidden = tests.filter((test) => {
      const [file, title] = test.split(': ');
      return !shown.some((block) => block.file === file && block.code.includes(`it('${title ?? ''}'`));
    });
    expect(hidden).toEqual([]);
  });

  it.each([
    ['a\n  b', '  a\n    b\n', true],
    ['b', 'a\nb\nc', true],
    ['a\nc', 'a\nb\nc', false],
    ['b', 'ab\nc', false],
  ])('%j in %j: %p', (code, text, isThere) => {
    expect(isIn(code, text)).toBe(isThere);
  });
});
