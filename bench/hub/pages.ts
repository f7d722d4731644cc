import { createReadStream } from 'node:fs';
import type { RequestListener } from 'node:http';
import { basename, extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a page's files; all of them are in one folder. */
export function pages(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : basename(pathname);
    const file = createReadStream(join(folder, name));
    file.on('error', () => response.writeHead(404).end());
    file.on('open', () => {
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
      file.pipe(response);
    });
  };
}
