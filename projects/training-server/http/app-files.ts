import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { pageUnderPolicy } from './page-policy';
import type { Site } from './site-parts';

/** The build puts a hash of the content into the name, so such a file never changes. */
const hashed = /(?:^|\/)[a-z]+-[\w-]{8}\.(?:js|css|js\.map|css\.map)$|-[A-Z0-9]{8,}\.[a-z0-9.]+$/i;

const daySeconds = 24 * 60 * 60;
const yearSeconds = 365 * daySeconds;

/** The app's typeface: its page names the file, so the name has no hash. */
const isFont = (path: string): boolean => extname(path) === '.woff2';

/** The app has no routes below these: an unknown address there is an error, not a page. */
const notPages = /^\/(api|records|mediatel|v1)(\/|$)/;

/** The demo app: its files, and its entry page for every path that the app routes itself. */
export function addAppFiles(site: Site, appDir: string): void {
  // Looked up at each request, because the app may be built while the server runs.
  const isFile = (path: string): boolean => {
    // A path that leads out of the folder is not looked up: different answers would show which files exist.
    const file = resolve(appDir, `.${sep}${path}`);
    if (!file.startsWith(resolve(appDir) + sep)) return false;
    try {
      return statSync(file).isFile();
    } catch {
      // Missing, or not a path (it contains a NUL).
      return false;
    }
  };

  const page = (request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isPage = request.method === 'GET' && (extname(path) === '' || path === '/index.html');
    if (!isPage || notPages.test(path)) {
      reply.code(404).send({ error: 'not-found', message: `There is nothing at ${path}` });
    } else if (isFile('index.html')) {
      const { html, headers } = pageUnderPolicy(readFileSync(join(appDir, 'index.html'), 'utf8'), request.headers.host);
      reply.headers(headers).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
    } else {
      reply.code(404).send({ error: 'no-app', message: 'The demo app is not built: npm run build' });
    }
  };

  site.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    if (path === 'index.html' || !isFile(path)) return page(request, reply);
    const lasting = isFont(path) ? `public, max-age=${daySeconds}` : 'no-cache';
    reply.header('cache-control', hashed.test(path) ? `public, max-age=${yearSeconds}, immutable` : lasting);
    reply.sendFile(path, appDir, { cacheControl: false });
  });
  site.setNotFoundHandler(page);
}
