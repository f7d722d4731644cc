import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { pageUnderPolicy } from './page-policy';
import type { Site } from './site-parts';

/** The builder puts a hash of the content into the name, so such a file never changes. */
const hashed = /-[A-Z0-9]{8,}\.[a-z0-9.]+$/i;

const yearSeconds = 365 * 24 * 60 * 60;

/** What the app never routes: an unknown address below these is a mistake, not a page. */
const notPages = /^\/(api|records|mediatel|v1)(\/|$)/;

/** The demo app: files as built, and its entry page for every path that the app itself routes. */
export function addAppFiles(site: Site, appDir: string): void {
  // Looked up at each request: the app may be built while the server runs.
  const isFile = (path: string): boolean => {
    // What leads out of the folder is not looked at: a difference in the answers would say which files there are.
    const file = resolve(appDir, `.${sep}${path}`);
    if (!file.startsWith(resolve(appDir) + sep)) return false;
    try {
      return statSync(file).isFile();
    } catch {
      // Missing, or no path at all (a NUL in it).
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
    const lasting = hashed.test(path);
    reply.header('cache-control', lasting ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    reply.sendFile(path, appDir, { cacheControl: false });
  });
  site.setNotFoundHandler(page);
}
