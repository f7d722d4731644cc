import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The CRM at an address of its own, like a hosted one. Its sign-in names the address of a Mediatel elsewhere.
 *
 * It forwards everything to the training server, and lets the page reach that server's sockets.
 */
export class HostedCrm {
  readonly #server: Server;
  readonly #mediatel: () => string;

  private constructor(mediatel: () => string) {
    this.#mediatel = mediatel;
    this.#server = createServer((request, response) => this.#answer(request, response));
    // There is no supervisor hub here.
    this.#server.on('upgrade', (_request, socket) => socket.destroy());
  }

  /** `mediatel`: the training server's origin. */
  static async open(mediatel: () => string): Promise<HostedCrm> {
    const crm = new HostedCrm(mediatel);
    await new Promise<void>((resolve) => crm.#server.listen(0, '127.0.0.1', resolve));
    return crm;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '' } = request;
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    const forwarded = httpRequest(`${this.#mediatel()}${url}`, { method, headers }, (answer) => {
      const isSession = url === '/api/session' && answer.statusCode === 200;
      if (!isSession) {
        response.writeHead(answer.statusCode ?? 502, this.#opened(answer.headers));
        answer.pipe(response);
        return;
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const { 'content-length': _length, ...others } = answer.headers;
        response.writeHead(200, others).end(JSON.stringify(this.#elsewhere(JSON.parse(text) as Session)));
      });
    });
    forwarded.on('error', () => request.socket.destroy());
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  }

  #opened(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
    const policy = headers['content-security-policy'];
    if (typeof policy !== 'string') return headers;
    const sockets = this.#mediatel().replace(/^http/, 'ws');
    const wider = policy.replace('connect-src', `connect-src ${this.#mediatel()} ${sockets}`);
    return { ...headers, 'content-security-policy': wider };
  }

  #elsewhere(session: Session): Session {
    const url = this.#mediatel();
    return {
      ...session,
      mediatel: session.mediatel && { ...session.mediatel, url },
      sip: session.sip && { ...session.sip, url: `${url.replace(/^http/, 'ws')}/ws` },
    };
  }
}

interface Session {
  readonly mediatel: object | null;
  readonly sip: object | null;
}
