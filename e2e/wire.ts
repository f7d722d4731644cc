import type { Page } from '@playwright/test';

type Fields = Readonly<Record<string, unknown>>;

/** What passed over Mediatel's own connection, as the browser's WebSocket carried it. */
export class Wire {
  /** Requests of the desk, the oldest first. */
  readonly sent: Fields[] = [];
  /** Snapshots, the oldest first. */
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

  /** The states that snapshots named, the oldest first. */
  get states(): readonly unknown[] {
    return this.received.map(({ state }) => state);
  }

  /** What comes from now on counts. */
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
