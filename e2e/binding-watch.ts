import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, type Page } from '@playwright/test';
import { until } from 'test-kit';
import { WebSocket } from 'ws';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Asks the server who is registered, by REGISTERs without a Contact (RFC 3261, 10.2.3) over a socket of its own. */
export class BindingWatch {
  readonly #host = `${randomUUID().slice(0, 8)}.invalid`;
  readonly #callId = randomUUID();
  #authorization: ((count: number) => string) | null = null;
  #sequence = 0;
  readonly #socket: WebSocket;
  readonly #login: string;
  readonly #password: string;
  readonly #realm: string;

  private constructor(socket: WebSocket, login: string, password: string, realm: string) {
    this.#socket = socket;
    this.#login = login;
    this.#password = password;
    this.#realm = realm;
  }

  /** For the operator who is signed in on the page. */
  static async open(page: Page, baseURL: string): Promise<BindingWatch> {
    const session = (await (await page.request.get('/api/session')).json()) as {
      sip: { login: string; password: string; realm: string; path: string };
    };
    const { login, password, realm, path } = session.sip;
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const socket = new WebSocket(`${baseURL.replace(/^http/, 'ws')}${path}`, 'sip', {
      headers: { cookie, origin: baseURL },
    });
    await once(socket, 'open');
    return new BindingWatch(socket, login, password, realm);
  }

  /** How many bindings the server has now. */
  async count(): Promise<number> {
    let answer = await this.#register();
    const nonce = /nonce="([^"]+)"/.exec(answer)?.[1];
    if (answer.startsWith('SIP/2.0 401') && nonce !== undefined) {
      this.#authorization = (count) => this.#digest(nonce, count);
      answer = await this.#register();
    }
    expect(answer).toMatch(/^SIP\/2\.0 200/);
    return answer.match(/^Contact:/gim)?.length ?? 0;
  }

  /** Milliseconds from `since` until the server has `count` bindings. */
  async until(count: number, since: number): Promise<number> {
    const left = 15_000 - (Date.now() - since);
    await until(async () => (await this.count()) === count, `the server has ${count} bindings`, left);
    return Date.now() - since;
  }

  close(): void {
    this.#socket.close();
  }

  async #register(): Promise<string> {
    this.#sequence += 1;
    const authorization = this.#authorization?.(this.#sequence);
    const lines = [
      `REGISTER sip:${this.#realm} SIP/2.0`,
      `Via: SIP/2.0/WS ${this.#host};branch=z9hG4bK${randomUUID().slice(0, 8)}`,
      'Max-Forwards: 70',
      `From: <sip:${this.#login}@${this.#realm}>;tag=watch`,
      `To: <sip:${this.#login}@${this.#realm}>`,
      `Call-ID: ${this.#callId}`,
      `CSeq: ${this.#sequence} REGISTER`,
      ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
      'Content-Length: 0',
    ];
    this.#socket.send(`${lines.join('\r\n')}\r\n\r\n`);
    const [data] = (await once(this.#socket, 'message')) as [Buffer];
    return data.toString();
  }

  #digest(nonce: string, count: number): string {
    const login = this.#login;
    const realm = this.#realm;
    const password = this.#password;
    const uri = `sip:${realm}`;
    const nc = count.toString(16).padStart(8, '0');
    const response = md5(`${md5(`${login}:${realm}:${password}`)}:${nonce}:${nc}:watch:auth:${md5(`REGISTER:${uri}`)}`);
    const fields = `username="${login}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}"`;
    return `Digest ${fields}, algorithm=MD5, cnonce="watch", qop=auth, nc=${nc}`;
  }
}
