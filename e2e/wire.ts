import type { Page } from '@playwright/test';

type Fields = Readonly<Record<string, unknown>>;

/** The messages of Mediatel's own connection, recorded from the browser's WebSocket. */
export class Wire {
  /** Requests of the desk, oldest first. */
  readonly sent: Fields[] = [];
  /** Snapshots, oldest first. */
  readonly received: Fields[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      if (!socket.url().includes('/mediatel/socket.io')) return;
      socket.on('framesent', ({ payload }) => this.#note(this.sent, payload));
      socket.on('framereceived', ({ payload }) => this.#note(this.received, payload));
    });
  }

  /** The requests of one type. */
  asked(type: string): readonly Fields[] {
    return this.sent.filter((request) => request['type'] === type);
  }

  /** The states in the snapshots, oldest first. */
  get states(): readonly unknown[] {
    return this.received.map(({ state }) => state);
  }

  /** Forgets everything so far. */
  forget(): void {
    this.sent.length = 0;
    this.received.length = 0;
  }

  /** Socket.IO's frame of an event: `42["data",{…}]`. */
  #note(list: Fields[], payload: string | Buffer): void {
    if (typeof payload !== 'string' || !payload.startsWith('42["data",')) return;
    const [, fields] = JSON.parse(payload.slice(2)) as [string, Fields];
    list.push(fields);
  }
}
