import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer, request } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** The paths of the training server; the rest is the host's. */
const server = /^\/(api|mediatel|records|supervisor-hub|ws)(\/|\?|$)/;

/** One origin for a host's own server and the training server, as a CRM's proxy gives it. */
export class Front {
  readonly #proxy: Server;
  readonly #open: ReadonlySet<Socket>;

  private constructor(
    proxy: Server,
    open: ReadonlySet<Socket>,
    readonly url: string,
  ) {
    this.#proxy = proxy;
    this.#open = open;
  }

  /** Listens on `port`. */
  static async open(port: number, hostPort: number, serverPort: number): Promise<Front> {
    const portOf = ({ url = '/' }: IncomingMessage): number => (server.test(url) ? serverPort : hostPort);
    const proxy = createServer((incoming, outgoing) => {
      const { method, headers, url: path } = incoming;
      const onward = request({ host: '127.0.0.1', port: portOf(incoming), method, headers, path });
      onward.on('response', (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        void pipeline(response, outgoing).catch(() => outgoing.destroy());
      });
      void pipeline(incoming, onward).catch(() => outgoing.destroy());
    });
    proxy.on('upgrade', (incoming: IncomingMessage, socket, head) => {
      const onward = connect(portOf(incoming), '127.0.0.1', () => {
        const lines = Array.from({ length: incoming.rawHeaders.length / 2 }, (_, at) =>
          incoming.rawHeaders.slice(2 * at, 2 * at + 2).join(': '),
        );
        onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        onward.write(head);
        void pipeline(socket, onward, socket).catch(() => socket.destroy());
      });
      onward.on('error', () => socket.destroy());
    });
    const open = new Set<Socket>();
    proxy.on('connection', (socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
    proxy.listen(port, '127.0.0.1');
    await once(proxy, 'listening');
    return new Front(proxy, open, `http://localhost:${(proxy.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    this.#proxy.close();
    // WebSockets too, which the HTTP server has handed over.
    for (const socket of this.#open) socket.destroy();
    await once(this.#proxy, 'close');
  }
}
