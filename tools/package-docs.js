// Copies what a reader of the packed library needs beside the code: the licence, a picture, the pages of the parts.
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot } from './start/places.js';

const library = inRoot('projects/mediatel-lib');
const target = inRoot('dist/mediatel-lib');

/** A link to a page that is not packed becomes plain text. */
export function copyDocs() {
  mkdirSync(join(target, 'docs'), { recursive: true });
  copyFileSync(inRoot('LICENSE'), join(target, 'LICENSE'));
  for (const file of ['images/desk-in-a-call.png', 'guides', 'security.md', 'protocol.md']) {
    cpSync(inRoot('docs', file), join(target, 'docs', file), { recursive: true });
  }
  const pages = globSync('{ui,desk,supervisor,testing,private}/**/*.md', { cwd: library });
  for (const page of pages) cpSync(join(library, page), join(target, 'docs', page));
  for (const page of globSync(['*.md', 'docs/**/*.md'], { cwd: target })) {
    const path = join(target, page);
    writeFileSync(path, withLiveLinks(readFileSync(path, 'utf8'), dirname(path)));
  }
}

/**
 * @param {string} text
 * @param {string} folder
 */
function withLiveLinks(text, folder) {
  return text.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (link, words, to) => {
    if (/^(https?:|#)/.test(to)) return link;
    // The repository's docs and the parts' pages are both in `docs` here; the licence is at the top.
    const short = to.replace(/^(?:\.\.\/)+/, '');
    const near = to.replace(/^((?:\.\.\/)*)\.\.\/\.\.\/docs\//, '$1');
    const places = [to, near, `docs/${to}`, short];
    const found = places.find((path) => isPacked(join(folder, path.replace(/#.*$/, ''))));
    return found === undefined ? words : `[${words}](${found})`;
  });
}

/**
 * Whether a path is in the package. The package is built inside the repository, so existing is not enough.
 *
 * @param {string} path
 */
const isPacked = (path) => !relative(target, path).startsWith('..') && existsSync(path);
