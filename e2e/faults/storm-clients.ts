import { io, type Socket } from 'socket.io-client';
import { reconnectPolicy } from '../../projects/mediatel-lib/private/connection/reconnect-policy';

/** A successful reconnect: when it was due by the policy, and when it was done. Milliseconds since the epoch. */
export interface Return {
  readonly due: number;
  readonly at: number;
}

const now = (): number => performance.timeOrigin + performance.now();

/** A real socket under the library's own policy. */
class Client {
  back: Return = { due: 0, at: 0 };
  socket!: Socket;
  #failures = 0;
  #due = 0;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
    this.#connect(now());
  }

  #connect(due: number): void {
    this.#due = due;
    this.socket = io(this.#url, {
      path: '/mediatel/socket.io',
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      timeout: reconnectPolicy.connectTimeout,
      forceNew: true,
    });
    this.socket.on('connect', () => {
      this.#failures = 0;
      this.back = { due, at: now() };
    });
    this.socket.on('disconnect', () => this.#lost());
    this.socket.on('connect_error', () => this.#lost());
  }

  #lost(): void {
    this.socket.removeAllListeners().disconnect();
    // As in the library: counted from the beginning of a failed try.
    const from = this.back.due === this.#due ? now() : this.#due;
    const due = Math.max(now(), from + reconnectPolicy.delay(this.#failures++));
    setTimeout(() => this.#connect(due), due - now());
  }
}

const [url = '', count = '0'] = process.argv.slice(2);
const clients: Client[] = [];
let told = 0;

/** A few at a time: the first connection is not what is tested here. */
const arrive = setInterval(() => {
  const connected = clients.filter(({ socket }) => socket.connected).length;
  if (connected === Number(count)) {
    clearInterval(arrive);
    process.send?.({ type: 'all-there' });
    return;
  }
  for (let i = 0; i < 5 && clients.length < Number(count) && clients.length < connected + 5; i++)
    clients.push(new Client(url));
}, 20);

process.on('message', (since: number) => {
  const look = setInterval(() => {
    if (!clients.every(({ socket, back }) => socket.connected && back.at > since) || told++ > 0) return;
    clearInterval(look);
    process.send?.({ type: 'all-back', returns: clients.map(({ back }) => back) }, () => process.exit(0));
  }, 50);
});
