import { readFileSync } from 'node:fs';
import { inRoot } from '../../../start/places.js';

/** @param {string} heading */
const slugify = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

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
  },
  themeConfig: {
    nav: [
      { text: 'Ten minutes', link: '/guides/your-crm-in-ten-minutes' },
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
