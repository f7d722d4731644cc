// Jest's runtime. Each spec has a context of its own, so Jest loads all modules anew for each; here V8 parses a module
// once a process.
import vm from 'node:vm';
import runtime from 'jest-runtime';

/** What V8 made of a module, by the module's name. @type {Map<string, { code: string, compiled: Buffer }>} */
const known = new Map();

vm.SourceTextModule = class extends vm.SourceTextModule {
  /** @param {string} code @param {vm.SourceTextModuleOptions} options */
  constructor(code, options) {
    const last = known.get(options.identifier);
    // V8 itself compares no more than the length.
    const isSame = last?.code === code;
    super(code, isSame ? { ...options, cachedData: last.compiled } : options);
    if (!isSame) known.set(options.identifier, { code, compiled: this.createCachedData() });
  }
};

export default runtime.default ?? runtime;
