import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { hubPath } from '../../projects/mediatel-lib/hub-protocol';
import { Line } from './line';

/**
 * A proxy between browser and training server, with a line each for Mediatel's socket, SIP, the supervisor hub and
 * everything else.
 */
export class FaultProxy {
  readonly mediatel: Line;
  readonly sip: Line;
  readonly hub: Line;
  readonly http: Line;
  readonly #server: Server;
  readonly #tcp = new Set<Socket>();
  readonly #pages = new Map<string, { readonly type: string; readonly body: string }>();
  readonly #target: string;

  /** `target`: the server's origin, such as `http://127.0.0.1:4360`. */
  constructor(target: string) {
    this.#target = target;
    const webSocket = (): string => this.#target.replace(/^http/, 'ws');
    this.mediatel = new Line(webSocket);
    this.sip = new Line(webSocket);
    this.hub = new Line(webSocket);
    this.http = new Line(webSocket);
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      socket.on('error', () => undefined);
      void this.#lineOf(request).upgrade(request, socket, head);
    });
    this.#server.on('connection', (socket) => {
      this.#tcp.add(socket);
      socket.on('close', () => this.#tcp.delete(socket));
    });
  }

  get lines(): readonly Line[] {
    return [this.mediatel, this.sip, this.hub, this.http];
  }

  /** Its address for browsers. Browsers give a microphone to the name `localhost`. */
  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  /** Serves a page of the tests: a page from another server may not connect to this machine. */
  serve(path: string, type: string, body: string): void {
    this.#pages.set(path, { type, body });
  }

  /** Resets everything for the next test. */
  reset(): void {
    for (const line of this.lines) line.reset();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const line of this.lines) line.cut();
    for (const socket of this.#tcp) socket.destroy();
    await closed;
  }

  #lineOf({ url = '' }: IncomingMessage): Line {
    if (url.startsWith('/mediatel/socket.io')) return this.mediatel;
    if (url.startsWith(hubPath)) return this.hub;
    return url === '/ws' || url.startsWith('/ws?') ? this.sip : this.http;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!(await this.#lineOf(request).admit())) {
      request.socket.resetAndDestroy();
      return;
    }
    const { method, headers, url = '' } = request;
    const page = this.#pages.get(url.replace(/\?.*/, ''));
    if (page) {
      response.writeHead(200, { 'content-type': page.type }).end(page.body);
      return;
    }
    const forwarded = httpRequest(`${this.#target}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    // A server that is down looks the same through the proxy as without it.
    forwarded.on('error', () => request.socket.destroy());
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  }
}
