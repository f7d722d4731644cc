import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { SessionClass } from './jssip-inside';
import type { JsSip } from './jssip-module';

const require = createRequire(`${process.cwd()}/projects/mediatel-lib/package.json`);
const main = require.resolve('jssip');

interface Module {
  exports: unknown;
}

/** A copy of JsSIP whose code is changed before it runs. `change`: gets each file's code and its name. */
export function changedJsSip(change: (code: string, file: string) => string): {
  readonly jssip: JsSip;
  readonly Session: SessionClass;
} {
  const loaded = new Map<string, Module>();
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    loaded.set(path, module);
    const need = (id: string): unknown => {
      const own = createRequire(path);
      return id.startsWith('.') && !id.endsWith('.json') ? load(own.resolve(id)) : (own(id) as unknown);
    };
    const code = change(readFileSync(path, 'utf8'), basename(path));
    (new Function('module', 'exports', 'require', code) as (...args: unknown[]) => void)(module, module.exports, need);
    return module.exports;
  };
  return {
    jssip: load(main) as JsSip,
    Session: load(join(dirname(main), 'RTCSession.js')) as SessionClass,
  };
}
