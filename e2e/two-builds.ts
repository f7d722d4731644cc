import { cpSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from './desk';
import { ServerProcess } from './faults/server-process';

const built = fileURLToPath(new URL('../dist/demo-app/browser', import.meta.url));

/** A file whose name has the hash of its content. */
const hashed = /^(?<name>.+)-(?<hash>[\w-]{8})\.(?:js|css)$/;

/** Another hash of the same length and signs. */
const otherHash = (hash: string): string =>
  [...hash]
    .reverse()
    .join('')
    .replace(/^./, (sign) => (sign === 'B' ? 'C' : 'B'));

/**
 * A second build made of the first in a moment, where `ng build` takes minutes: every hashed file has another name, and every
 * file names the others by these. What a page of the first build can notice of a deployment is the same: no file of its own is
 * left at the server. What the code does is the same too, so this shows no change of behaviour between versions.
 */
function rebuild(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const names = new Map(
    files.flatMap((file) => {
      const { hash } = hashed.exec(file)?.groups ?? {};
      return hash === undefined ? [] : [[file, file.replace(hash, otherHash(hash))] as const];
    }),
  );
  const anyName = new RegExp([...names.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const file of files.filter((file) => ['.js', '.css', '.html'].includes(extname(file)))) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(
      join(folder, names.get(file) ?? file),
      text.replace(anyName, (name) => names.get(name)!),
    );
    if (names.has(file)) rmSync(join(folder, file));
  }
}

/** A training server of its own that serves one of two builds of the demo app. */
export class TwoBuilds {
  readonly home: string;
  readonly #folder: string;
  readonly #served: string;
  readonly #server: ServerProcess;

  constructor(port: number) {
    this.home = `http://localhost:${port}`;
    this.#folder = fileURLToPath(new URL(`../.cache/builds-${port}`, import.meta.url));
    this.#served = join(this.#folder, 'served');
    this.#server = new ServerProcess(port, { APP_DIR: this.#served, CLERICAL_SECONDS: '60' });
  }

  async start(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
    for (const build of ['a', 'b']) cpSync(built, join(this.#folder, build), { recursive: true });
    rebuild(join(this.#folder, 'b'));
    this.deploy('a');
    await this.#server.start();
  }

  async close(): Promise<void> {
    await this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Replaces what is served, at once and wholly. */
  deploy(build: 'a' | 'b'): void {
    const next = join(this.#folder, 'next');
    symlinkSync(build, next);
    renameSync(next, this.#served);
  }

  /** The hash of a build's program: its version. */
  version(build: 'a' | 'b'): string {
    const page = readFileSync(join(this.#folder, build, 'index.html'), 'utf8');
    return /main-([\w-]{8})\.js/.exec(page)![1]!;
  }

  /** Waits until the page is one of this build. A hidden page asks for a new one each half minute. */
  runs(page: Page, build: 'a' | 'b'): Promise<void> {
    return expect(page.locator(`script[src="main-${this.version(build)}.js"]`)).toBeAttached({ timeout: 45_000 });
  }
}
