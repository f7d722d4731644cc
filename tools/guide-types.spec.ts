import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { inRoot } from './start/places.js';

/** Pages whose blocks of TypeScript are compiled against the library's sources. */
const pages = ['your-crm-in-ten-minutes', 'from-snippets-to-the-library', 'new-versions'];

/** The blocks of a page, by the path of the file that each block names. Blocks of a page may import each other. */
function filesOf(page: string): Map<string, string> {
  const text = readFileSync(inRoot('docs/guides', `${page}.md`), 'utf8');
  return new Map(
    Array.from(text.matchAll(/^```ts ([\w./-]+)\n(.*?)\n```$/gms), ([, file = '', code = '']) => [
      inRoot('docs/guides', page, file),
      code,
    ]),
  );
}

function faultsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const { config } = ts.readConfigFile(inRoot('tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inRoot('.'));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  const textOf = (path: string): string | undefined => files.get(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.directoryExists = () => true;
  host.getSourceFile = (path, version) => {
    const code = textOf(path);
    return code === undefined ? getSourceFile(path, version) : ts.createSourceFile(path, code, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

describe('the code of the guides', () => {
  it('names its file in every block of TypeScript', () => {
    const unnamed = pages.filter((page) =>
      /^```ts\s*$/m.test(readFileSync(inRoot('docs/guides', `${page}.md`), 'utf8')),
    );
    expect(unnamed).toEqual([]);
  });

  it('compiles against the library', () => {
    const files = new Map(pages.flatMap((page) => [...filesOf(page)]));
    expect(files.size).toBeGreaterThan(20);
    expect(faultsOf(files)).toEqual([]);
  }, 120_000);

  it('of the example on fakes compiles too', () => {
    const files = globSync('examples/call-on-fakes/src/*.ts', { cwd: inRoot('.') }).map((file) => inRoot(file));
    expect(files.length).toBe(2);
    expect(faultsOf(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])))).toEqual([]);
  }, 120_000);

  it('a wrong name in it is found', () => {
    const path = inRoot('docs/guides/planted.ts');
    const code = "import { provideMediatel } from 'mediatel-lib';\nprovideMediatel({ acount: 1 });\n";
    expect(faultsOf(new Map([[path, code]])).join()).toContain('acount');
  }, 120_000);
});
