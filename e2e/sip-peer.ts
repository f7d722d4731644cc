import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { PeerCall } from './peer-call';
import { answerTo, readSipMessage, type SipMessage } from './sip-message';

/** The response to one REGISTER: a status, `mute` for none, `unbound` for a 200 without the client's Contact. */
export type RegisterReply = number | 'mute' | 'unbound';

/**
 * A scripted SIP server with a page to test the softphone on. It can answer wrongly, cut sockets and send garbage; the
 * training server never does that.
 */
export class SipPeer {
  readonly registers: SipMessage[] = [];
  /** Responses to the next REGISTERs. After these each is accepted. */
  readonly replies: RegisterReply[] = [];
  otherContacts: readonly string[] = [];
  expires = 300;
  sockets = 0;
  accepting = true;
  /** Answers handshakes with 403, as to a browser without the cookie. */
  refusing = false;
  /** How many WebSockets were requested. */
  tries = 0;
  /** Half open: accepts everything and answers nothing. */
  deaf = false;
  /** Some servers do not answer OPTIONS. */
  answersOptions = true;
  readonly probes: SipMessage[] = [];
  readonly #calls = new Map<string, PeerCall>();
  #contact = '';
  #socket: WebSocket | null = null;
  readonly #http = createServer((request, response) => {
    if (this.refusing && request.url === '/ws') response.statusCode = 403;
    const script = request.url === '/page.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(
      script ? this.#page : '<!doctype html><title>softphone</title><script type="module" src="/page.js"></script>',
    );
  });
  readonly #page: string;

  constructor(page: string) {
    this.#page = page;
    const server = new WebSocketServer({ noServer: true, handleProtocols: () => 'sip' });
    this.#http.on('upgrade', (request, tcp, head) => {
      this.tries += 1;
      if (this.refusing) {
        tcp.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      if (!this.accepting) {
        tcp.destroy();
        return;
      }
      server.handleUpgrade(request, tcp, head, (socket) => {
        this.sockets += 1;
        this.#socket = socket;
        socket.on('message', (data) => this.#receive(String(data)));
      });
    });
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
  }

  /** Calls the registered softphone. */
  async call(options: Parameters<PeerCall['invite']>[0] = {}): Promise<PeerCall> {
    const call = new PeerCall(this.#contact, (text) => this.send(text));
    this.#calls.set(call.id, call);
    await call.invite(options);
    return call;
  }

  send(text: string): void {
    this.#socket?.send(text);
  }

  /** Cuts the WebSocket as a failing network would: without a closing handshake. */
  cut(): void {
    this.#socket?.terminate();
    this.#socket = null;
  }

  /** Forgets what one test left behind. */
  reset(): void {
    for (const call of this.#calls.values()) call.close();
    this.#calls.clear();
    this.cut();
    this.registers.length = this.replies.length = this.probes.length = this.sockets = 0;
    this.deaf = false;
    this.answersOptions = true;
    this.otherContacts = [];
    this.expires = 300;
    this.accepting = true;
    this.refusing = false;
    this.tries = 0;
  }

  async close(): Promise<void> {
    this.reset();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #receive(text: string): void {
    if (text.trim() === '' || this.deaf) return;
    const message = readSipMessage(text);
    if (message.status === null && message.method === 'OPTIONS') {
      this.probes.push(message);
      if (this.answersOptions) this.send(answerTo(message, 200, 'OK'));
      return;
    }
    if (message.status === null && message.method === 'REGISTER') return this.#register(message);
    this.#calls.get(message.header('Call-ID'))?.receive(message);
  }

  #register(message: SipMessage): void {
    this.registers.push(message);
    const reply = this.replies.shift() ?? 200;
    if (reply === 'mute') return;
    if (reply === 'unbound') return this.send(answerTo(message, 200, 'OK'));
    if (reply !== 200) return this.send(answerTo(message, reply, 'Refused'));
    const contact = message.header('Contact');
    this.#contact = /<([^>]+)>/.exec(contact)?.[1] ?? '';
    const bound = `${contact.replace(/;expires=\d+/, '')};expires=${this.expires}`;
    const contacts = message.header('Expires') === '0' ? [] : [bound, ...this.otherContacts];
    this.send(
      answerTo(
        message,
        200,
        'OK',
        contacts.map((one) => `Contact: ${one}`),
      ),
    );
  }
}
