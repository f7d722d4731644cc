import { hubPath } from 'mediatel-lib/hub-protocol';
import { WebSocket } from 'ws';

/**
 * A Socket.IO client of one namespace on a bare WebSocket: a process can have thousands of them at little cost.
 *
 * It implements only what the benchmark needs of https://socket.io/docs/v4/socket-io-protocol/: connect, event, and the
 * answer to a ping.
 */
export class Wire {
  readonly #socket: WebSocket;
  readonly #prefix: string;
  /** Called with a received event's text, `["name",…]`. */
  onEvent: (text: string) => void = () => undefined;
  onPing: () => void = () => undefined;
  onClose: () => void = () => undefined;
  readonly joined: Promise<void>;

  constructor(port: number, namespace: string, user: string) {
    this.#prefix = `${namespace},`;
    const prefix = this.#prefix;
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${hubPath}/?EIO=4&transport=websocket`, {
      headers: { 'x-user': user },
      perMessageDeflate: false,
    });
    this.#socket.on('close', () => this.onClose());
    this.joined = new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('message', (data: Buffer) => {
        const type = data[0];
        if (type === 0x30) return this.#socket.send(`40${prefix}`);
        if (type === 0x32) {
          this.#socket.send('3');
          return this.onPing();
        }
        if (data[1] === 0x32) return this.onEvent(data.toString('utf8', 2 + prefix.length));
        if (data[1] === 0x30) return resolve();
        reject(new Error(`${user} is not let in: ${data.toString()}`));
      });
    });
  }

  emit(name: string, value?: object): void {
    const body = value === undefined ? `["${name}"]` : `["${name}",${JSON.stringify(value)}]`;
    this.#socket.send(`42${this.#prefix}${body}`);
  }

  close(): void {
    this.#socket.terminate();
  }
}
