import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** Bundles a page of the tests from sources, as a host's build would. */
export async function bundlePage(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: fileURLToPath(new URL('page.tsconfig.json', import.meta.url)),
  });
  return outputFiles[0]?.text ?? '';
}
