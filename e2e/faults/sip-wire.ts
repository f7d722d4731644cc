import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { readSipMessage, type SipMessage } from '../sip-message';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Raw SIP frames over a real WebSocket, without a SIP stack that would correct them. */
export class SipWire {
  readonly answers: SipMessage[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    // Some tests wait for the server to cut them off.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#resume());
    socket.on('message', (data: Buffer) => {
      this.answers.push(readSipMessage(data.toString()));
      this.#resume();
    });
  }

  static async open(url: string, cookie: string): Promise<SipWire> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, 'sip', { headers: { cookie } });
    await once(socket, 'open');
    return new SipWire(socket);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  /** The response to the request with this Call-ID, which may still come. */
  async answerTo(callId: string): Promise<SipMessage> {
    for (;;) {
      const answer = this.answers.find((message) => message.header('Call-ID') === callId);
      if (answer) return answer;
      if (!this.isOpen) throw new Error(`The socket was closed before the answer to ${callId}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Resolves when everything sent before was handled: the server handles one socket's frames in order. */
  async settled(): Promise<void> {
    const callId = randomUUID();
    this.send(plain('OPTIONS', 'sip:anyone@training.local', callId, 1));
    await this.answerTo(callId);
  }

  /** Registers with digest. Returns the final status. */
  async register(login: string, password: string): Promise<number | null> {
    const challenge = randomUUID();
    this.send(plain('REGISTER', 'sip:training.local', challenge, 1, [], login));
    const asked = (await this.answerTo(challenge)).header('WWW-Authenticate');
    const nonce = /nonce="([^"]+)"/.exec(asked)?.[1] ?? '';
    const uri = 'sip:training.local';
    const digest = md5(
      `${md5(`${login}:training.local:${password}`)}:${nonce}:00000001:c:auth:${md5(`REGISTER:${uri}`)}`,
    );
    const fields = `username="${login}", realm="training.local", nonce="${nonce}", uri="${uri}", response="${digest}"`;
    const final = randomUUID();
    this.send(
      plain(
        'REGISTER',
        uri,
        final,
        2,
        [`Authorization: Digest ${fields}, algorithm=MD5, qop=auth, nc=00000001, cnonce="c"`],
        login,
      ),
    );
    return (await this.answerTo(final)).status;
  }

  close(): void {
    this.socket.terminate();
  }

  #resume(): void {
    for (const resume of this.#waiting) resume();
    this.#waiting.clear();
  }
}

/** A valid request. */
export function plain(
  method: string,
  target: string,
  callId: string,
  cseq: number,
  more: readonly string[] = [],
  login = '1001',
): string {
  return [
    `${method} ${target} SIP/2.0`,
    `Via: SIP/2.0/WS tab.invalid;branch=z9hG4bK${randomUUID()}`,
    'Max-Forwards: 70',
    `From: <sip:${login}@training.local>;tag=wire`,
    `To: <sip:${login}@training.local>`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} ${method}`,
    'Contact: <sip:tab@tab.invalid;transport=ws>',
    'Expires: 300',
    ...more,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}
