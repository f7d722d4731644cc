import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Site } from './site';

/** The builder puts a hash of the content into the name, so such a file never changes. */
const hashed = /-[A-Z0-9]{8,}\.[a-z0-9.]+$/i;

const yearSeconds = 365 * 24 * 60 * 60;

/** The demo app: files as built, and its entry page for every path the app itself routes. */
export function addAppFiles(site: Site, appDir: string): void {
  site.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    if (path === '' || path === 'index.html' || !existsSync(join(appDir, path))) return reply.callNotFound();
    const lasting = hashed.test(path);
    reply.header('cache-control', lasting ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    return reply.sendFile(path, appDir, { cacheControl: false });
  });

  site.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isPage = request.method === 'GET' && (extname(path) === '' || path === '/index.html');
    if (!isPage || /^\/(api|records|mediatel|v1)(\/|$)/.test(path)) {
      return reply.code(404).send({ error: 'not-found', message: `There is nothing at ${path}` });
    }
    // Looked up each time: the app may be built while the server runs.
    if (!existsSync(join(appDir, 'index.html'))) {
      return reply.code(404).send({ error: 'no-app', message: 'The demo app is not built: npm run build' });
    }
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html', appDir, { cacheControl: false });
  });
}
