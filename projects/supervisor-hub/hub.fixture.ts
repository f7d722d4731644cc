import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AlertAcknowledgement,
  type BoardEvents,
  type HubDelta,
  type HubSnapshot,
  type HubToBoardEvents,
  type HubToTabEvents,
  type OperatorRecord,
  type TabEvents,
  hubNamespaces,
  hubPath,
} from 'mediatel-lib/hub-protocol';
import pino from 'pino';
import { type Socket, io } from 'socket.io-client';
import { HubServer, type HubParts } from './hub-server';
import { MemoryStore } from './memory-store';
import type { HubTeams } from './teams';

export const teams: HubTeams = {
  teams: { Banks: ['agent1', 'agent2'], Loans: ['agent3'] },
  supervisors: {
    chief: { teams: ['*'], numbers: true, requests: ['message', 'endPause', 'takePause', 'logout', 'restart'] },
    banker: { teams: ['Banks'], requests: ['message'] },
  },
};

export type TabSocket = Socket<HubToTabEvents, TabEvents>;
export type BoardSocket = Socket<HubToBoardEvents, BoardEvents>;

/**
 * A hub on a port of its own. Its clients send their identity in a header: for tests of everything but the cookie
 * check.
 */
export class HubUnderTest {
  readonly #sockets: Socket[] = [];
  readonly #http: HttpServer;
  readonly #port: number;

  private constructor(
    readonly hub: HubServer,
    http: HttpServer,
    port: number,
  ) {
    this.#http = http;
    this.#port = port;
  }

  static async start(parts: Partial<HubParts> = {}): Promise<HubUnderTest> {
    const hub = new HubServer({ store: new MemoryStore(), teams, log: pino({ level: 'silent' }), ...parts });
    const http = createServer();
    http.on('upgrade', (request, socket, head) => {
      const [username = '', userId = ''] = String(request.headers['x-user'] ?? '').split(':');
      hub.handleUpgrade(request, socket, head, { username, userId, sessionId: '' });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    await hub.open();
    return new HubUnderTest(hub, http, (http.address() as AddressInfo).port);
  }

  tab(login: string, userId: string): TabSocket {
    return this.#connect(hubNamespaces.tab, `${login}:${userId}`);
  }

  board(login: string): BoardSocket {
    return this.#connect(hubNamespaces.board, `${login}:0`);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect();
    await this.hub.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #connect(namespace: string, user: string): Socket {
    const socket = io(`http://127.0.0.1:${this.#port}${namespace}`, {
      path: hubPath,
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      extraHeaders: { 'x-user': user },
    });
    this.#sockets.push(socket);
    return socket;
  }
}

/** What a board shows: the snapshot with all deltas applied. */
export class BoardUnderTest {
  readonly operators = new Map<string, OperatorRecord>();
  picture: HubSnapshot | null = null;
  readonly frames: HubDelta[] = [];
  acknowledged: readonly AlertAcknowledgement[] = [];

  constructor(readonly socket: BoardSocket) {
    socket.on('picture', (picture) => {
      this.picture = picture;
      this.operators.clear();
      for (const record of picture.operators) this.operators.set(record.id, record);
    });
    socket.on('acknowledgements', (all) => (this.acknowledged = all));
    socket.on('frame', (frame) => {
      this.frames.push(frame);
      for (const record of frame.changed) this.operators.set(record.id, record);
      for (const id of frame.unconfirmed) {
        const record = this.operators.get(id);
        if (record) this.operators.set(id, { ...record, confidence: 'unconfirmed' });
      }
      for (const id of frame.gone) this.operators.delete(id);
    });
  }
}
