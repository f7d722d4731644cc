// ESLint's rule for the rooms of the library and for the servers, and the processor that shows it the imports of a
// style sheet.
import { dirname, relative, resolve } from 'node:path';

const lib = /^(.*?\bprojects[\\/]mediatel-lib[\\/](?:private[\\/])?[^\\/]+)[\\/]/;
const server = /^(.*?\bprojects[\\/])(server-kit|test-kit|training-kit|training-server|supervisor-hub|probe)[\\/]/;

/**
 * Why a file must not import another one by this specifier; `null` if it may.
 *
 * @param {string} file
 * @param {string} specifier
 * @returns {'leaves' | 'pastDoor' | 'pastServerDoor' | null}
 */
export function trespass(file, specifier) {
  const [, projects, own] = server.exec(file) ?? [];
  if (projects !== undefined && /^\.\.?(\/|$)/.test(specifier)) {
    const [project, ...behind] = relative(projects, resolve(dirname(file), specifier)).split(/[\\/]/);
    return project !== own && behind.length > 0 ? 'pastServerDoor' : null;
  }
  const room = lib.exec(file)?.[1];
  if (room === undefined) return null;
  if (/^mediatel-lib\/(?:private\/[^/]+|(?!private\/)[^/]+)\/./.test(specifier)) return 'pastDoor';
  if (!/^\.\.?(\/|$)/.test(specifier)) return null;
  return /^\.\.([\\/]|$)/.test(relative(room, resolve(dirname(file), specifier))) ? 'leaves' : null;
}

/** Sass first looks in the file's own folder. @param {string} path */
const asSpecifier = (path) => (/^([.@]|mediatel-lib\/)/.test(path) ? path : `./${path}`);

/**
 * The imports of a style sheet as imports of TypeScript, each on its own line.
 *
 * @param {string} text
 */
export const usesOf = (text) =>
  text
    .split('\n')
    .map((line) => {
      const path = /^\s*@(?:use|forward|import)\s+['"]([^'"]+)['"]/.exec(line)?.[1];
      return path === undefined || path.startsWith('sass:') ? '' : `import '${asSpecifier(path)}';`;
    })
    .join('\n');

/** @type {import('eslint').Rule.RuleModule} */
const ownRoom = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      leaves: 'Another room is entered through its entry point (mediatel-lib/<room>).',
      pastServerDoor: 'Another project is entered through its door (../<project>); nothing behind it is imported.',
      pastDoor: 'What a room shows stands in its entry point (mediatel-lib/<room>); nothing behind it is imported.',
    },
  },
  create(context) {
    /** @param {import('estree').Node | null | undefined} node */
    const check = (node) => {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
      const messageId = trespass(context.physicalFilename, node.value);
      if (messageId !== null) context.report({ node, messageId });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
      'Property[key.name=/^(templateUrl|styleUrl)$/] > Literal.value': check,
      'Property[key.name="styleUrls"] > ArrayExpression > Literal': check,
    };
  },
};

/** @type {import('eslint').ESLint.Plugin} */
export const rooms = {
  meta: { name: 'rooms' },
  rules: { 'own-room': ownRoom },
  processors: {
    styles: {
      meta: { name: 'rooms/styles' },
      preprocess: (text) => [{ text: usesOf(text), filename: 'uses.js' }],
      postprocess: (messages) => messages.flat(),
    },
  },
};
