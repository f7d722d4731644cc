import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { SparingLog } from '../sparing-log';
import { messageRate } from '../message-rate';
import type { WorkBudget, WorkBudgets } from '../work-budget';
import { SipConnection } from './connection';
import { Turns } from './turns';

/**
 * Twice a SIP message with a browser's SDP (about 4 kB, more if a machine has many addresses). A longer frame closes
 * its socket with 1009. The parser's work grows with the length.
 */
const MAX_FRAME_BYTES = 8 * 1024;

/** From opening to the first message. A softphone registers at once. */
const MAX_SILENCE_MS = 60_000;

/** Bytes of responses that may wait for a peer that does not read. */
const MAX_UNSENT_BYTES = 1024 * 1024;

export interface GateListener {
  opened(connection: SipConnection): void;
  received(connection: SipConnection, frame: Buffer): void;
  closed(connection: SipConnection): void;
}

/** Takes SIP WebSockets (RFC 7118) from an HTTP server's `upgrade` event, and drops those whose peer is gone. */
export class SipGate {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: () => 'sip',
  });
  readonly #alive = new Set<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #turns = new Turns();
  readonly #warnings: SparingLog;
  #count = 0;
  readonly #listener: GateListener;
  readonly #messagesPerSecond: number;
  readonly #budgets: WorkBudgets;

  constructor(
    listener: GateListener,
    log: Logger,
    heartbeatMs: number,
    messagesPerSecond: number,
    budgets: WorkBudgets,
  ) {
    this.#listener = listener;
    this.#messagesPerSecond = messagesPerSecond;
    this.#budgets = budgets;
    this.#warnings = new SparingLog(log);
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity?: string): void {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes('sip')) {
      this.#warnings.warn({ identity, offered }, 'SIP WebSocket refused: subprotocol "sip" not offered');
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const budget = this.#budgets.of(identity);
    if (budget.exhausted) {
      const words = 'SIP WebSocket refused: its operator’s messages take too much time';
      this.#warnings.warn({ identity }, words, `${words} ${identity}`);
      socket.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#accept(webSocket, identity, budget));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #accept(socket: WebSocket, identity: string | undefined, budget: WorkBudget): void {
    const connection = new SipConnection(socket, ++this.#count, identity);
    this.#alive.add(socket);
    const rate = messageRate(this.#messagesPerSecond);
    const silence = setTimeout(() => this.#cut(socket, connection, 'nothing was sent'), MAX_SILENCE_MS).unref();
    const bearable = (): boolean => {
      this.#alive.add(socket);
      clearTimeout(silence);
      if (!rate.take()) this.#cut(socket, connection, 'too many messages');
      else if (socket.bufferedAmount > MAX_UNSENT_BYTES) this.#cut(socket, connection, 'it does not read');
      else return true;
      return false;
    };
    let waiting = 0;
    const work = (frame: Buffer): void => {
      if (--waiting === 0) socket.resume();
      if (socket.readyState !== socket.OPEN) return;
      if (budget.exhausted) this.#cut(socket, connection, 'its operator’s messages take too much time');
      else budget.charge(() => this.#listener.received(connection, frame));
    };
    socket.on('pong', () => this.#alive.add(socket));
    socket.on('ping', bearable);
    socket.on('message', (data: RawData) => {
      if (socket.readyState !== socket.OPEN || !bearable()) return;
      // Frames that are not handled yet stay with the sender.
      if (++waiting === 1) socket.pause();
      this.#turns.add(budget, () => work(asBuffer(data)));
    });
    // ws itself closes the socket afterwards: 1007 after bad UTF-8, 1009 after an oversized frame.
    socket.on('error', (error) =>
      this.#warnings.warn(
        { connection: connection.id, identity, err: error },
        'SIP WebSocket error',
        `fault of ${identity}`,
      ),
    );
    socket.on('close', () => {
      clearTimeout(silence);
      this.#listener.closed(connection);
    });
    this.#listener.opened(connection);
  }

  #cut(socket: WebSocket, { id, identity }: SipConnection, why: string): void {
    const facts = { connection: id, identity, bufferedBytes: socket.bufferedAmount };
    const words = `SIP WebSocket cut off: ${why}`;
    this.#warnings.warn(facts, words, `${words} ${identity}`);
    socket.terminate();
  }

  #beat(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.delete(socket)) {
        socket.terminate();
        continue;
      }
      socket.ping();
    }
  }
}

function asBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
