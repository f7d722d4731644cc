// Writes the site's sources to `.cache/docs`: the repository's documents, the API reference, the sidebar, `llms.txt`.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../start/places.js';
import { asPage } from './links.js';
import { llmsText } from './llms.js';
import { groups, pages } from './pages.js';
import { scenes } from './scenes.js';

export const target = inRoot('.cache/docs');

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  const whole = join(target, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

/** The folder of decisions is a page too: their list. */
const decisions = { file: 'docs/adr', route: 'adr/index', title: 'Decisions' };

/** Everything but the API reference, which TypeDoc writes. */
export function collectPages() {
  const all = pages();
  const routes = new Map([...all, decisions].map(({ file, route }) => [file, route]));
  /** @type {Set<string>} */
  const pictures = new Set();
  /** @type {string[]} */
  const whole = [];
  for (const { file, route } of all) {
    const text = asPage(readFileSync(inRoot(file), 'utf8'), file, { routes, picture: (path) => pictures.add(path) });
    whole.push(text.trim());
    write(`${route}.md`, `${text}${liveSection(route)}`);
  }
  const listed = all.filter(({ group }) => group === 'Decisions');
  write(
    'adr/index.md',
    `# Decisions\n\n${listed.map(({ title, route }) => `- [${title}](../${route}.md)`).join('\n')}\n`,
  );
  for (const path of pictures) {
    const copy = join(target, 'images', path.split('/').at(-1) ?? '');
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(inRoot(path), copy);
  }
  write('public/llms-full.txt', `${whole.join('\n\n---\n\n')}\n`);
  return all;
}

/**
 * The end of a component's page: the component, live.
 *
 * @param {string} route
 */
function liveSection(route) {
  if (!route.startsWith('parts/')) return '';
  const live = scenes[route];
  const shown =
    live === undefined
      ? 'The gallery has no scene of this part.'
      : `<LivePart scene="${live.scene}" part="${live.part}" />`;
  return `\n## Live\n\n${shown}\n`;
}

const primary = 'src/public-api.md';

/** Gives the pages of TypeDoc the names of the entry points. */
export function collectApi() {
  const folder = join(target, 'api');
  renameSync(join(folder, primary), join(folder, 'mediatel-lib.md'));
  rmSync(join(folder, 'src'), { recursive: true });
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  for (const file of files) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8')
      .replaceAll(primary, 'mediatel-lib.md')
      .replaceAll('src/public-api', 'mediatel-lib')
      .replaceAll('](../', '](');
    writeFileSync(path, file === 'index.md' ? text : text.replace(/^# .+$/m, `# ${nameOf(file)}`));
  }
  return files
    .filter((file) => file !== 'index.md')
    .map((file) => ({ route: `api/${file.slice(0, -3)}`, title: nameOf(file), summary: '' }));
}

/** @param {string} file */
const nameOf = (file) => (file === 'mediatel-lib.md' ? 'mediatel-lib' : `mediatel-lib/${file.slice(0, -3)}`);

/**
 * @param {readonly import('./pages.js').Page[]} all
 * @param {readonly { title: string, route: string, summary: string }[]} api
 */
export function writeIndexes(all, api) {
  const item = (/** @type {{ title: string, route: string }} */ { title, route }) => ({
    text: title,
    link: `/${route.replace(/(^|\/)index$/, '$1')}`,
  });
  // Not collapsible: VitePress makes a button inside a button of it, which screen readers can't tell.
  const section = (/** @type {string} */ group) => ({
    text: group,
    items: [
      ...all.filter((page) => page.group === group).map(item),
      ...(group === 'Reference' ? [{ text: 'API reference', link: '/api/', items: api.map(item) }] : []),
    ],
  });
  const sidebar = {
    '/parts/': ['Start', 'Components'].map(section),
    '/': groups.filter((group) => group !== 'Components').map(section),
  };
  write('sidebar.json', JSON.stringify(sidebar));
  write('public/llms.txt', llmsText(all, api));
}
