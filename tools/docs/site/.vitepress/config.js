import { readFileSync } from 'node:fs';
import { inRoot } from '../../../start/places.js';

/** @param {string} heading */
const slugify = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/**
 * A table without headings has empty header cells, which tell a screen reader nothing: they become plain cells.
 *
 * @param {{ tokens: { type: string, tag: string, content: string }[] }} state
 */
function plainEmptyHeaders({ tokens }) {
  tokens.forEach((token, at) => {
    if (token.type !== 'th_open' || tokens[at + 1]?.content !== '') return;
    for (const cell of [token, tokens[at + 2]]) if (cell) cell.tag = 'td';
  });
}

const sources = inRoot('.cache/docs');

export default {
  title: 'mediatel-lib',
  description: 'Angular agent desktop for CRMs whose calls run on Mediatel',
  lang: 'en',
  base: process.env['DOCS_BASE'] ?? '/',
  srcDir: sources,
  outDir: inRoot('dist/docs'),
  cacheDir: inRoot('.cache/docs-vite'),
  lastUpdated: false,
  metaChunk: true,
  // Addresses of a development server are outside the site.
  ignoreDeadLinks: 'localhostLinks',
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    attrs: { disable: true },
    // Anchors as on GitHub, where the documents are read too.
    anchor: { slugify },
    config: (markdown) => void markdown.core.ruler.push('empty-headers', plainEmptyHeaders),
  },
  themeConfig: {
    nav: [
      { text: 'Ten minutes', link: '/guides/your-crm-in-ten-minutes' },
      { text: 'Components', link: '/parts/desk/mediatel-desk/mediatel-desk', activeMatch: '^/parts/' },
      { text: 'Symptoms', link: '/guides/messages-and-symptoms' },
      { text: 'Protocol', link: '/protocol' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: JSON.parse(readFileSync(`${sources}/sidebar.json`, 'utf8')),
    outline: [2, 3],
    search: { provider: 'local' },
  },
  vite: {
    publicDir: `${sources}/public`,
    build: { chunkSizeWarningLimit: 8000 },
  },
};
