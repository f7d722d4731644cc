import { appendFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readSipMessage, type SipMessage } from '../sip-message';
import { logs } from './program';

/** The SIP messages of a page, recorded from its WebSockets. */
export class SipWire {
  /** The oldest first. */
  readonly sent: SipMessage[] = [];
  readonly received: SipMessage[] = [];
  readonly #log: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => this.#note('→', this.sent, payload));
      socket.on('framereceived', ({ payload }) => this.#note('←', this.received, payload));
    });
  }

  /** Final responses to REGISTERs with this status. */
  registered(status: number): readonly SipMessage[] {
    return this.received.filter((message) => message.method === 'REGISTER' && message.status === status);
  }

  /** Saves them beside the servers' logs. */
  keep(title: string): void {
    appendFileSync(`${logs}/browser.log`, [`# ${title}`, ...this.#log, ''].join('\n\n'));
  }

  #note(direction: '→' | '←', list: SipMessage[], payload: string | Buffer): void {
    const text = String(payload);
    // Keep-alives are blank lines.
    if (text.trim() === '') return;
    list.push(readSipMessage(text));
    this.#log.push(`${direction} ${new Date().toISOString()}\n${text}`);
  }
}
