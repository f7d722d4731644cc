import { type IncomingMessage, type Server as HttpServer, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { DOCUMENT, type Provider } from '@angular/core';
import { Server } from 'socket.io';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Upgrade = (request: IncomingMessage, socket: TcpSocket, head: Buffer) => void;

/** Socket.IO's server needs Node's environment, where the test bed has no document to clear. */
export const withoutDocument: Provider = {
  provide: DOCUMENT,
  useValue: { querySelectorAll: () => [], head: {} },
};

/** A real Socket.IO server that can refuse, vanish and come back on the same port. */
export abstract class SocketServer {
  /** Each HTTP request and each upgrade, with its monotonic time in ms. */
  readonly tries: { readonly path: string; readonly at: number }[] = [];
  authorised = true;
  /** Whether the server accepts connections and never answers a handshake. */
  silent = false;
  port = 0;
  io!: Server;
  #http!: HttpServer;
  readonly #tcp = new Set<TcpSocket>();

  protected constructor(readonly path: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#http = createServer();
    this.#http.on('connection', (socket) => {
      this.#tcp.add(socket);
      socket.on('close', () => this.#tcp.delete(socket));
    });
    this.io = new Server(this.#http, { path: this.path, transports: ['websocket'] });
    this.serve(this.io);
    const [answer] = this.#http.listeners('request') as Answer[];
    const [upgrade] = this.#http.listeners('upgrade') as Upgrade[];
    this.#http.removeAllListeners('request').removeAllListeners('upgrade');
    this.#http.on('request', (request, response) => {
      this.#count(request);
      if (this.authorised) answer?.(request, response);
      else response.writeHead(403).end();
    });
    this.#http.on('upgrade', (request, socket: TcpSocket, head) => {
      this.#count(request);
      if (this.silent) return;
      if (this.authorised) upgrade?.(request, socket, head);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    });
    await new Promise<void>((resolve) => this.#http.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#http.address() as AddressInfo).port;
  }

  /** Cuts every connection and accepts no new one. */
  async vanish(): Promise<void> {
    const closed = new Promise((resolve) => this.#http.close(resolve));
    for (const socket of this.#tcp) socket.destroy();
    await closed;
    await this.io.close();
  }

  /** Handles the connections of a server that has just been made. */
  protected abstract serve(io: Server): void;

  #count({ url = '' }: IncomingMessage): void {
    this.tries.push({ path: url, at: performance.now() });
  }
}
