import type { Page } from '@playwright/test';

/** What a page sends to the SIP server and receives from it. */
export class SipWire {
  /** Wall clock (ms) of the last REGISTER's 200; `null` before one. */
  registeredAt: number | null = null;
  /** Bindings of the extension in the server's last 200. */
  contacts = 0;
  /** Answered calls: 200s to an INVITE. */
  answers = 0;
  #open = 0;
  #registered = false;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      if (socket.url().includes('socket.io')) return;
      this.#open += 1;
      socket.on('framesent', ({ payload }) => this.#sent(String(payload)));
      socket.on('framereceived', ({ payload }) => this.#received(String(payload)));
      socket.on('close', () => {
        this.#open -= 1;
        if (this.#open === 0) this.#registered = false;
      });
    });
    page.on('close', () => (this.#registered = false));
  }

  /** Whether the socket of the extension's last registration is open. */
  get isRegistered(): boolean {
    return this.#registered;
  }

  #sent(message: string): void {
    if (/^SIP\/2\.0 200/.test(message) && /^CSeq: *\d+ INVITE/im.test(message)) this.answers += 1;
  }

  #received(message: string): void {
    if (!/^SIP\/2\.0 200/.test(message) || !/^CSeq: *\d+ REGISTER/im.test(message)) return;
    this.contacts = message.match(/^Contact:/gim)?.length ?? 0;
    this.#registered = this.contacts > 0;
    if (this.#registered) this.registeredAt = Date.now();
  }
}
