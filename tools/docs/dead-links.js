// VitePress finds links to pages that do not exist. This finds the rest: anchors, files, addresses of other servers.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} site the folder of the built site
 * @param {string} base the path below which it is served
 */
export function deadLinks(site, base) {
  const files = globSync('**/*.html', { cwd: site }).filter((file) => !file.startsWith('gallery/'));
  const html = new Map(files.map((file) => [file, readFileSync(join(site, file), 'utf8')]));
  const ids = new Map(files.map((file) => [file, idsOf(html.get(file) ?? '')]));
  return files.flatMap((file) =>
    Array.from((html.get(file) ?? '').matchAll(/(?:href|src)="([^"]+)"/g), ([, to = '']) => to)
      .filter((to) => !/^(https?:|mailto:|data:)/.test(to))
      .filter((to) => !isThere(to, file))
      .map((to) => `${file}: ${to}`),
  );

  /**
   * @param {string} to
   * @param {string} file
   */
  function isThere(to, file) {
    const [address = '', anchor] = decodeURIComponent(to.replaceAll('&amp;', '&')).split('#');
    const path = address.split('?')[0] ?? '';
    const found = pageOf(
      path === '' ? file : path.startsWith('/') ? path.slice(base.length) : join(dirname(file), path),
    );
    if (found === undefined) return false;
    return anchor === undefined || anchor === '' || !html.has(found) || (ids.get(found)?.has(anchor) ?? false);
  }

  /** @param {string} path */
  function pageOf(path) {
    const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
    return candidates.find((candidate) => existsSync(join(site, candidate)));
  }
}

/** @param {string} html */
const idsOf = (html) =>
  new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id.replaceAll('&amp;', '&')));
