import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where the program of another thread or process is, and the options with which Node runs it. */
export interface OwnEntry {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

/**
 * The program `NAME` beside the module at `moduleUrl`: its source, or plain JavaScript in the packed server. Neither a
 * thread nor a process inherits the TypeScript loader.
 */
export function ownEntry(name: string, moduleUrl: string): OwnEntry {
  if (!moduleUrl.endsWith('.ts')) return { url: new URL(`./${name}.js`, moduleUrl), execArgv: [] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { url: new URL(`./${name}.ts`, moduleUrl), execArgv: ['--import', loader] };
}
