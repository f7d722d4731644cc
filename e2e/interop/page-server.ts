import { createServer } from 'node:http';
import { freePort } from './free-port';

/** Serves the softphone's page from `localhost`: there browsers give a microphone without TLS. */
export class PageServer {
  port = 0;
  readonly #http = createServer((request, response) => {
    const script = request.url === '/page.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(
      script ? this.#script : '<!doctype html><title>softphone</title><script type="module" src="/page.js"></script>',
    );
  });
  readonly #script: string;

  constructor(script: string) {
    this.#script = script;
  }

  async start(): Promise<void> {
    this.port = await freePort('tcp', 4372);
    await new Promise<void>((resolve) => this.#http.listen(this.port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}
