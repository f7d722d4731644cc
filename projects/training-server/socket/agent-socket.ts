import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import type { Farm, ReadRequest } from '../farm/farm';
import type { FarmClient } from '../farm/farm-client';
import type { Identity } from '../../server-kit';
import type { LogInGuard, LogInSource } from '../log-in-guard';
import { SparingLog } from '../sparing-log';
import type { WorkBudgets } from '../work-budget';
import { decodeRequest } from './decode-request';
import { guardLine } from './engine-guard';

export const agentSocketPath = '/mediatel/socket.io';

/** How fast the endpoint answers and asks. Milliseconds. */
export interface SocketTiming {
  /** From a request until it is handled. */
  readonly answerMs?: number;
  readonly pingIntervalMs?: number;
  readonly pingTimeoutMs?: number;
  readonly schedule: (ms: number, run: () => void) => unknown;
}

/** Bytes. A larger message ends the sender's connection. A smaller one gets an answer, however wrong it is. */
const largestMessage = 2_000_000;

/**
 * Mediatel's Socket.IO endpoint.
 *
 * It does not listen itself: requests are passed to it after their cookie and Origin were checked. Socket.IO's own
 * `allowRequest` would answer a refused WebSocket with 400; Mediatel answers 403.
 */
export class AgentSocket {
  readonly #io: Server;
  readonly #identities = new WeakMap<IncomingMessage, Identity>();
  readonly #farm: Farm;
  readonly #publicPort: () => number;
  readonly #guard: LogInGuard;
  readonly #messagesPerSecond: number;
  readonly #budgets: WorkBudgets;
  readonly #log: Logger;
  readonly #timing: SocketTiming;

  constructor(
    farm: Farm,
    publicPort: () => number,
    guard: LogInGuard,
    messagesPerSecond: number,
    budgets: WorkBudgets,
    log: Logger,
    timing: SocketTiming,
  ) {
    this.#farm = farm;
    this.#publicPort = publicPort;
    this.#guard = guard;
    this.#messagesPerSecond = messagesPerSecond;
    this.#budgets = budgets;
    this.#log = log;
    this.#timing = timing;
    const cuts = new SparingLog(log);
    this.#io = new Server({
      path: agentSocketPath,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      pingInterval: timing.pingIntervalMs ?? 10_000,
      pingTimeout: timing.pingTimeoutMs ?? 10_000,
      // For a WebSocket that never sends its `CONNECT`.
      connectTimeout: 10_000,
    });
    this.#io.attach(createServer());
    this.#io.engine.on('connection', (line: Socket['conn']) => {
      const user = this.#identities.get(line.request)?.username;
      guardLine(line, this.#messagesPerSecond, { user, budget: budgets.of(user) }, cuts);
    });
    this.#io.on('connection', (socket) => this.#accept(socket));
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    this.#io.engine.handleRequest(engineRequest(request), response);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity: Identity | null): void {
    if (identity) this.#identities.set(request, identity);
    this.#io.engine.handleUpgrade(engineRequest(request), socket, head);
  }

  async close(): Promise<void> {
    await this.#io.close();
  }

  #accept(socket: Socket): void {
    const identity = this.#identities.get(socket.request) ?? null;
    const log = this.#log.child({ socket: socket.id, user: identity?.username });
    const warnings = new SparingLog(log);
    const client = this.#clientOf(socket, identity);
    const budget = this.#budgets.of(identity?.username);
    log.info('client connected');
    // A fault in one client's handling must not affect the others.
    const guarded = (what: string, run: () => void): void => {
      try {
        run();
      } catch (error) {
        log.error({ err: error, what }, 'client could not be served');
      }
    };
    const receive = (data: unknown): void =>
      guarded('data', () =>
        budget.charge(() => this.#receive(client, { address: addressOf(socket), identity }, decodeRequest(data))),
      );
    socket.on('data', (data: unknown) => this.#afterAnswerTime(socket, () => receive(data)));
    socket.onAny((event: string) => {
      if (event !== 'data') warnings.warn({ event: String(event).slice(0, 40) }, 'unknown event ignored');
    });
    socket.on('error', (error) => log.warn({ err: error }, 'socket error'));
    socket.on('disconnect', (reason, details) => {
      // The reason alone does not distinguish a message that is too large from a broken connection.
      if (reason === 'transport error') log.warn({ reason, fault: faultOf(details), largestMessage }, 'client cut off');
      else log.info({ reason }, 'client disconnected');
      guarded('disconnect', () => this.#farm.disconnect(client));
    });
    guarded('connect', () => this.#farm.connect(client));
  }

  /** Requests keep their order. One of a socket that closed meanwhile is not handled. */
  #afterAnswerTime(socket: Socket, run: () => void): void {
    const { answerMs = 0, schedule } = this.#timing;
    if (answerMs === 0) return run();
    schedule(answerMs, () => {
      if (socket.connected) run();
    });
  }

  #receive(client: FarmClient, from: LogInSource, read: ReadRequest): void {
    const refused = 'request' in read && read.request.type === 'login' ? this.#guard.refuses(read.request, from) : null;
    this.#farm.receive(client, refused ? { loginRefused: refused } : read);
  }

  #clientOf(socket: Socket, identity: Identity | null): FarmClient {
    return {
      userId: identity?.userId ?? null,
      user: identity?.username ?? null,
      sessionId: identity?.sessionId ?? socket.id,
      snapshot: (snapshot) => void socket.emit('data', snapshot),
      remoteConnect: (host) => void socket.emit('remoteConnect', { host, port: this.#publicPort() }),
      agentUnavailable: () => void socket.emit('agentUnavailable'),
      dismiss: (why) => void (why === 'signed-out' ? socket.conn.close() : socket.disconnect()),
    };
  }
}

/** The WebSocket's fault: Engine.IO passes it as the message of its own error. */
function faultOf(details: unknown): string {
  return typeof details === 'object' && details !== null && 'message' in details ? String(details.message) : 'unknown';
}

const addressOf = (socket: Socket): string => socket.request.socket.remoteAddress ?? 'unknown';

type EngineRequest = Parameters<Server['engine']['handleRequest']>[0];

/** Engine.IO adds fields to the request while it handles it. Its type has them, Node's type does not. */
const engineRequest = (request: IncomingMessage): EngineRequest => request as EngineRequest;
