import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

type Text = string | null | Promise<string | null>;

/** What a meddler changes between a probe and a server. */
export interface Meddling {
  /** The status to answer with, instead of passing the request on. */
  readonly answers?: (request: IncomingMessage) => number | null;
  /** The headers to pass on. */
  readonly headers?: (headers: IncomingHttpHeaders, path: string) => IncomingHttpHeaders;
  /** A message of the server, changed; `null`: lost. */
  readonly toClient?: (text: string, path: string) => Text;
  /** A message of the probe, changed; `null`: lost. */
  readonly toServer?: (text: string, path: string) => Text;
  /** Whether the connection breaks at a message of the server; the message is lost. */
  readonly cuts?: (text: string, path: string) => boolean;
  /** The body of an HTTP answer, changed. */
  readonly body?: (text: string, path: string) => string;
}

/** A proxy that changes one thing between a probe and a server. */
export class Meddler {
  readonly #target: URL;
  readonly #meddling: Meddling;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });
  readonly #open = new Set<WebSocket>();

  constructor(target: string, meddling: Meddling) {
    this.#target = new URL(target);
    this.#meddling = meddling;
    this.#server = createServer((incoming, outgoing) => {
      const status = meddling.answers?.(incoming) ?? null;
      if (status !== null) return void outgoing.writeHead(status).end();
      const asked = request(new URL(incoming.url ?? '/', this.#target), {
        method: incoming.method,
        headers: this.#headersOf(incoming),
      });
      asked.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const body = Buffer.concat(chunks);
          const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers;
          const text = meddling.body?.(body.toString('latin1'), incoming.url ?? '');
          outgoing.writeHead(answer.statusCode ?? 500, headers).end(text ?? body);
        });
      });
      asked.on('error', () => outgoing.destroy());
      incoming.pipe(asked);
    });
    this.#server.on('upgrade', (incoming: IncomingMessage, socket, head) => {
      const status = meddling.answers?.(incoming) ?? null;
      if (status !== null) return void socket.end(`HTTP/1.1 ${status} Meddled\r\nConnection: close\r\n\r\n`);
      const far = this.#connect(incoming);
      far.on('unexpected-response', (_request, answer) => {
        socket.end(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\nConnection: close\r\n\r\n`);
        far.terminate();
      });
      far.on('error', () => socket.destroy());
      const early: Buffer[] = [];
      const keep = (data: Buffer): void => void early.push(data);
      far.on('message', keep);
      far.on('open', () => {
        this.#sockets.handleUpgrade(incoming, socket, head, (near) => {
          far.off('message', keep);
          this.#join(near, far, incoming.url ?? '', early);
        });
      });
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The page's own origin stays its own: the server compares it with its host. */
  #headersOf(incoming: IncomingMessage): IncomingHttpHeaders {
    const { host, origin, ...others } = incoming.headers;
    const own = origin === `http://${host}` ? this.#target.origin : origin;
    const headers = { ...others, host: this.#target.host, ...(own === undefined ? {} : { origin: own }) };
    return this.#meddling.headers?.(headers, incoming.url ?? '') ?? headers;
  }

  #connect(incoming: IncomingMessage): WebSocket {
    const protocols = incoming.headers['sec-websocket-protocol']?.split(/, */) ?? [];
    const headers = Object.fromEntries(
      Object.entries(this.#headersOf(incoming)).filter(([name]) => /^(cookie|origin|host)$/.test(name)),
    );
    const address = new URL(incoming.url ?? '/', this.#target.href.replace(/^http/, 'ws'));
    const far = new WebSocket(address, protocols, { headers });
    this.#open.add(far);
    return far;
  }

  #join(near: WebSocket, far: WebSocket, path: string, early: readonly Buffer[]): void {
    this.#open.add(near);
    const { toClient, toServer } = this.#meddling;
    const pass = (from: WebSocket, to: WebSocket, change: Meddling['toClient']) => {
      // One after the other: a message that is held back holds back the next.
      let last = Promise.resolve();
      return (data: Buffer): void => {
        last = last.then(async () => {
          const text = change ? await change(data.toString(), path) : data.toString();
          if (text !== null && to.readyState === WebSocket.OPEN) to.send(text);
        });
      };
    };
    const [down, up] = [pass(far, near, toClient), pass(near, far, toServer)];
    for (const data of early) down(data);
    far.on('message', (data: Buffer) => {
      if (this.#meddling.cuts?.(data.toString(), path) !== true) return down(data);
      near.terminate();
      far.terminate();
    });
    near.on('message', up);
    near.on('close', () => far.close());
    far.on('close', () => near.close());
    near.on('error', () => far.terminate());
  }
}

type Fields = Record<string, unknown>;

const eventStart = '42["data",';

/** Changes the fields of each snapshot. */
export function eachSnapshot(change: (fields: Fields) => Fields | null): Pick<Meddling, 'toClient'> {
  return {
    toClient: (text) => {
      if (!text.startsWith(eventStart)) return text;
      const fields = change((JSON.parse(text.slice(2)) as [string, Fields])[1]);
      return fields === null ? null : `42${JSON.stringify(['data', fields])}`;
    },
  };
}

/** Adds an event after the first snapshot. */
export const addingEvent = (...event: unknown[]): Pick<Meddling, 'toClient'> => ({
  toClient: (text) => (text.startsWith('42["remoteConnect"') ? `42${JSON.stringify(event)}` : text),
});

/** Loses a request of the probe. */
export const losingRequest = (type: string, isLost = (_data: Fields): boolean => true): Pick<Meddling, 'toServer'> => ({
  toServer: (text) => {
    if (!text.startsWith(eventStart)) return text;
    const [, data] = JSON.parse(text.slice(2)) as [string, Fields];
    return data['type'] === type && isLost(data) ? null : text;
  },
});

/** Changes the SIP messages of the server that begin so; `null`: they are lost. */
export const eachSip = (start: RegExp, change: (text: string) => string | null): Pick<Meddling, 'toClient'> => ({
  toClient: (text, path) => {
    if (!path.startsWith('/ws') || !start.test(text)) return text;
    const changed = change(text);
    if (changed === null) return null;
    const [head = '', body = ''] = changed.split('\r\n\r\n');
    return `${head.replace(/^Content-Length:.*$/im, `Content-Length: ${Buffer.byteLength(body)}`)}\r\n\r\n${body}`;
  },
});

/** The first snapshot of the second connection is that of the first. */
export function startingAfresh(): Meddling {
  let connections = 0;
  let first: string | null = null;
  return {
    toClient: (text, path) => {
      if (path.startsWith('/ws')) return text;
      if (text.startsWith('40')) connections++;
      if (!text.startsWith('42["data"') || connections > 2) return text;
      first ??= text;
      if (connections < 2) return text;
      connections++;
      return first;
    },
  };
}
