// Which documents of the repository become pages of the site, and at which addresses.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { root } from '../start/places.js';

/**
 * @typedef {object} Page
 * @property {string} file the document, relative to the repository
 * @property {string} route its address in the site, without an ending
 * @property {string} group the heading under which the site lists it
 * @property {string} title
 * @property {string} summary its first sentence
 */

/** The order of the groups in the sidebar and in `llms.txt`. */
export const groups = [
  'Start',
  'Guides',
  'Components',
  'Reference',
  'Design',
  'Decisions',
  'Servers and tools',
  'Project',
];

/** Pages that begin their group, in this order; the others of a group follow by title. */
const first = [
  'index',
  'guides/your-crm-in-ten-minutes',
  'library',
  'guides/from-snippets-to-the-library',
  'guides/messages-and-symptoms',
  'guides/testing-a-host',
  'guides/real-calls-in-your-ci',
  'guides/operators-settings',
  'guides/writing-a-scenario',
  'parts/desk/mediatel-desk/mediatel-desk',
  'protocol',
  'architecture',
];

/** Single documents: file, address, group, and a title where the document's own would be ambiguous in a list. */
const single = [
  ['README.md', 'index', 'Start', 'Overview'],
  ['projects/mediatel-lib/README.md', 'library', 'Start', 'The package'],
  ['examples/call-on-fakes/README.md', 'call-on-fakes', 'Start'],
  ['CONTEXT.md', 'glossary', 'Reference'],
  ['CHANGELOG.md', 'changelog', 'Project', 'Changes of the repository'],
  ['projects/mediatel-lib/CHANGELOG.md', 'library-changelog', 'Project', 'Changes of the package'],
  ['CONTRIBUTING.md', 'contributing', 'Project'],
  ['SECURITY.md', 'report-a-vulnerability', 'Project'],
  ['projects/training-server/package.md', 'projects/training-server-package', 'Servers and tools'],
  ['e2e/interop/README.md', 'projects/interop', 'Servers and tools'],
];

const starts = [
  'guides/your-crm-in-ten-minutes',
  'guides/from-snippets-to-the-library',
  'guides/messages-and-symptoms',
];

/** @returns {Page[]} in the order in which the site lists them */
export function pages() {
  /** @type {[string, string, string, string?][]} */
  const found = [
    .../** @type {[string, string, string, string?][]} */ (single),
    ...globSync('docs/*.md', { cwd: root }).map((file) => entry(file, file.slice('docs/'.length), 'Design')),
    ...globSync('docs/adr/*.md', { cwd: root }).map((file) => entry(file, file.slice('docs/'.length), 'Decisions')),
    ...globSync('docs/guides/*.md', { cwd: root }).map((file) => entry(file, file.slice('docs/'.length), 'Guides')),
    ...globSync('projects/mediatel-lib/{ui,desk,supervisor,testing}/**/*.md', { cwd: root }).map((file) =>
      entry(file, join('parts', file.slice('projects/mediatel-lib/'.length)), 'Components'),
    ),
    ...globSync('projects/!(mediatel-lib)/README.md', { cwd: root }).map((file) =>
      entry(file, `${dirname(file)}.md`, 'Servers and tools'),
    ),
  ];
  return found
    .map(([file, route, group, title]) => {
      const head = headOf(file);
      return { ...head, file, route, group: groupOf(route, group), title: title ?? head.title };
    })
    .sort((a, b) => rankOf(a.route) - rankOf(b.route) || a.title.localeCompare(b.title, 'en', { numeric: true }));
}

/**
 * @param {string} file
 * @param {string} path
 * @param {string} group
 * @returns {[string, string, string]}
 */
const entry = (file, path, group) => [file, path.replace(/\.md$/, ''), group];

/**
 * @param {string} route
 * @param {string} group
 */
function groupOf(route, group) {
  if (route === 'protocol') return 'Reference';
  return starts.includes(route) ? 'Start' : group;
}

/** @param {string} route */
function rankOf(route) {
  const at = first.indexOf(route);
  return at === -1 ? first.length : at;
}

/** @param {string} file */
function headOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1] ?? file;
  // The first paragraph after the heading that is no picture, table, list, code or comment.
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.replace(/^# .+\n?/, '').trim());
  const paragraph = paragraphs.find((candidate) => candidate !== '' && !/^([#|!<`-]|\d+\.)/.test(candidate)) ?? '';
  return { title: plain(title), summary: firstSentence(plain(paragraph)) };
}

/**
 * Text without Markdown's emphasis, links and line breaks.
 *
 * @param {string} text
 */
const plain = (text) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** @param {string} text */
const firstSentence = (text) => /^.*?[.!?:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
