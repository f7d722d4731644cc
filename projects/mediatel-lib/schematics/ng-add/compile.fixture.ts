import { NgtscProgram } from '@angular/compiler-cli';
import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../../..');
/** Below the repository, so that packages are found. Nothing is written there. */
const place = join(root, '.cache/hosts');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['jest'],
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: true,
  isolatedModules: true,
  experimentalDecorators: true,
  noEmit: true,
  paths: {
    'mediatel-lib': [join(root, 'projects/mediatel-lib/src/public-api.ts')],
    'mediatel-lib/*': [join(root, 'projects/mediatel-lib/*/index.ts')],
  },
};

/**
 * What Angular's compiler reports for hosts, in strict templates too, as `host/file: message`.
 *
 * All hosts are one program, which reads the library's sources and Angular's types once.
 */
export function compilerErrors(hosts: Readonly<Record<string, UnitTestTree>>): readonly string[] {
  const files = new Map<string, string>();
  for (const [name, tree] of Object.entries(hosts)) {
    for (const path of tree.files) files.set(join(place, name, path), tree.readContent(path));
  }
  const host = ts.createCompilerHost(options, true);
  const onDisk = { fileExists: host.fileExists, readFile: host.readFile, getSourceFile: host.getSourceFile };
  host.fileExists = (path) => files.has(path) || onDisk.fileExists(path);
  // TypeScript skips files of folders that do not exist.
  const folders = new Set([...files.keys()].flatMap((path) => [dirname(path), dirname(dirname(path))]));
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.readFile = (path) => files.get(path) ?? onDisk.readFile(path);
  host.getSourceFile = (path, language) => {
    const text = files.get(path);
    return text === undefined ? onDisk.getSourceFile(path, language) : ts.createSourceFile(path, text, language, true);
  };
  const roots = [...files.keys()].filter((path) => /\/(main|app(\.component)?\.spec)\.ts$/.test(path));
  const program = new NgtscProgram(roots, { ...options, strictTemplates: true }, host);
  const diagnostics = program
    .getTsProgram()
    .getSourceFiles()
    .filter(({ fileName }) => files.has(fileName))
    .flatMap((file) => [
      ...program.getTsSyntacticDiagnostics(file),
      ...program.getTsSemanticDiagnostics(file),
      ...program.getNgSemanticDiagnostics(file.fileName),
    ]);
  return diagnostics.map(
    ({ file, messageText }) =>
      `${relative(place, file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}
