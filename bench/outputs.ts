import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What `browser-stats.json` says of a file that a build wrote. */
interface Output {
  readonly entryPoint?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

/** The scripts that a build wrote into a folder, and how they import each other. */
export class Outputs {
  readonly #outputs: Readonly<Record<string, Output>>;

  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    const stats = JSON.parse(readFileSync(join(folder, 'browser-stats.json'), 'utf8')) as {
      readonly outputs: Readonly<Record<string, Output>>;
    };
    this.#outputs = stats.outputs;
  }

  /** All scripts. */
  get all(): ReadonlySet<string> {
    return new Set(Object.keys(this.#outputs).filter((file) => file.endsWith('.js')));
  }

  /**
   * The scripts that a browser loads with `main.js`, and with each of the later parts: these files, and all that they import
   * statically.
   *
   * @param later Names of the package's files without their hash, such as `mediatel-lib-store-effects`. Throws if the build
   * has no such part.
   */
  loaded(...later: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    const take = (file: string): void => {
      const output = this.#outputs[file];
      // What is external is no file of the build.
      if (output === undefined || found.has(file)) return;
      found.add(file);
      for (const { path, kind } of output.imports) if (kind === 'import-statement') take(path);
    };
    ['main.js', ...later.map((name) => this.#partOf(name))].forEach(take);
    return found;
  }

  /** Kilobytes of scripts, each gzipped. */
  kilobytes(files: Iterable<string>): number {
    return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(this.#folder, file))).length, 0) / 1000;
  }

  #partOf(name: string): string {
    // A hash has 8 characters, or none in an entry point's own file.
    const pattern = new RegExp(`/${name}(-[\\w-]{8})?\\.mjs$`);
    const part = Object.entries(this.#outputs).find(([, { entryPoint = '' }]) => pattern.test(entryPoint))?.[0];
    if (part === undefined) throw new Error(`no part ${name} in ${this.#folder}`);
    return part;
  }
}
