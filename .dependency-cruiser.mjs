// No circles of files or of folders; imports of types count. `npm run circles` lists them.

const lib = '^projects/mediatel-lib';

/** What a lower layer of the store may import from the store. The other layers are above all of these. */
const layers = {
  state: [],
  'effects-kit': ['state'],
  snapshot: ['state'],
  selectors: ['state'],
  commands: ['state', 'effects-kit', 'snapshot', 'selectors'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle-of-files',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'the-door-is-for-others',
      comment: 'At the top of a room stands what others see of it; its folders do not import that.',
      severity: 'error',
      from: { path: `${lib}/((?:private/)?[^/]+)/.+/`, pathNot: `${lib}/(testing|src)/` },
      to: { path: `${lib}/$1/[^/]+$` },
    },
    ...Object.entries(layers).map(([layer, below]) => ({
      name: `below-store-${layer}`,
      comment: `Of the store, ${layer} imports ${below.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: `${lib}/store/${layer}/` },
      to: { path: `${lib}/store/`, pathNot: `${lib}/store/(${[layer, ...below].join('|')})/` },
    })),
  ],
  options: {
    // Includes imports of types.
    tsPreCompilationDeps: true,
    // For the library's own names, `mediatel-lib/<room>`.
    tsConfig: { fileName: `${import.meta.dirname}/projects/mediatel-lib/tsconfig.spec.json` },
    // Only specs import a spec's harness, and nothing imports a spec. Both may import the room's door.
    exclude: { path: '(^|/)node_modules/|\\.spec\\.ts$|^projects/mediatel-lib/.*\\.fixture\\.ts$' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
