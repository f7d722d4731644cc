// Jest's transform of Angular's packages: compiles once what they leave to the host's build. Else each spec does it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ConsoleLogger, LogLevel, NodeJSFileSystem } from '@angular/compiler-cli';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';

const { resolve } = createRequire(import.meta.url);
// The compiler's own Babel.
const { transformSync } = createRequire(resolve('@angular/compiler-cli'))('@babel/core');

const plugin = createEs2015LinkerPlugin({
  fileSystem: new NodeJSFileSystem(),
  logger: new ConsoleLogger(LogLevel.warn),
  // The components under test are compiled as they run, and look into the modules that they import.
  linkerJitMode: true,
  sourceMapping: false,
});

const edition = [import.meta.filename, resolve('@angular/compiler-cli/package.json')]
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha1'))
  .digest('hex');

/** @type {import('@jest/transform').SyncTransformer} */
export default {
  getCacheKey: (source, path) => createHash('sha1').update(`${edition}\n${path}\n${source}`).digest('hex'),
  process(source, path) {
    if (!source.includes('ɵɵngDeclare')) return { code: source };
    const linked = transformSync(source, {
      filename: path,
      babelrc: false,
      configFile: false,
      browserslistConfigFile: false,
      compact: false,
      plugins: [plugin],
    });
    return { code: linked.code };
  },
};
