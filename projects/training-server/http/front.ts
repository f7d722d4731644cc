import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { hubPath } from 'mediatel-lib/hub-protocol';
import type { Logger } from 'pino';
import { agentSocketPath, type AgentSocket } from '../socket/agent-socket';
import type { LineCondition } from '../media/line';
import type { SparingLog } from '../sparing-log';
import { ConnectionCap } from './connection-cap';
import type { ResumptionFault } from '../sip/resumption-faults';
import type { FaultyLine, SocketFaults } from './socket-faults';
import { type Gate, type Passage, answerJson, pathOf, refuseUpgrade } from '../../server-kit';
import type { HubServer } from '../../supervisor-hub';
import { trainingSocketPath } from '../../training-kit';
import type { TrainingSocket } from '../trainer/training-socket';

export const sipPath = '/ws';

/** Against peers that send byte by byte to hold a connection; a browser's request is complete at once. Milliseconds. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** A browser shakes hands at once. Milliseconds. */
const handshakeTimeout = 10_000;

/** A browser sends about twenty. */
const mostHeaders = 100;

/** Takes the SIP WebSockets. */
export interface VoiceSocket {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity?: string): void;
  degradeLine(extension: string, condition: LineCondition): void;
  failResumption(extension: string, fault: ResumptionFault, times: number): void;
}

export interface FrontParts {
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly gate: Gate;
  readonly agentSocket: AgentSocket;
  readonly voice: VoiceSocket;
  readonly hub: Pick<HubServer, 'handleRequest' | 'handleUpgrade'>;
  readonly training: Pick<TrainingSocket, 'handleRequest' | 'handleUpgrade'>;
  readonly socketsPerAddress: number;
  /** For what a peer can cause without a cookie. */
  readonly warnings: SparingLog;
  readonly faults: SocketFaults;
  readonly log: Logger;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
/** Endpoints that always need the cookie. */
type Vouched = 'hub' | 'training';
type Endpoint = FaultyLine | Vouched;
const isVouched = (endpoint: Endpoint): endpoint is Vouched => endpoint === 'hub' || endpoint === 'training';

/**
 * The HTTP server. It decides who may reach the sockets before Socket.IO and SIP see the request, so that a refusal is
 * 403, as Mediatel answers.
 */
export class Front {
  readonly server: Server;
  /** Sockets that HTTP has handed over. Nobody else closes them at the end. */
  readonly #upgraded = new Set<Duplex>();
  readonly #parts: FrontParts;
  readonly #site: Handler;

  constructor(parts: FrontParts, site: Handler) {
    this.#parts = parts;
    this.#site = site;
    const handler: Handler = (request, response) => void this.#request(request, response);
    this.server = parts.tls
      ? createTlsServer({ ...limits, handshakeTimeout, ...parts.tls }, handler)
      : createServer(limits, handler);
    this.server.maxHeadersCount = mostHeaders;
    const cap = new ConnectionCap(parts.socketsPerAddress, parts.log);
    this.server.on('connection', (socket: Socket) => cap.admit(socket));
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      void this.#upgrade(request, socket, head);
    });
    // A client that breaks the protocol gets a response and at most one line in the log.
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      // A browser opens connections in advance. It would take an answer on an unused one for that to its next request.
      if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && (socket as Socket).bytesRead === 0) {
        socket.destroy();
        return;
      }
      parts.warnings.warn({ code: error.code }, 'HTTP request could not be parsed');
      if (socket.writable && error.code !== 'ECONNRESET') refuseUpgrade(socket, 400);
      else socket.destroy();
    });
  }

  dropSockets(): void {
    for (const socket of this.#upgraded) socket.destroy();
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endpoint = endpointOf(request);
    if (endpoint === null) return this.#site(request, response);
    const passage = await this.#check(request);
    if (!passage.pass) return answerJson(response, 403, { error: passage.reason });
    if (this.#isFaulty(endpoint, passage)) return void request.socket.destroy();
    if (endpoint === 'sip') return answerJson(response, 426, { error: 'websocket-only' });
    if (isVouched(endpoint)) return this.#parts[endpoint].handleRequest(request, response);
    this.#parts.agentSocket.handleRequest(request, response);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { agentSocket, voice, log } = this.#parts;
    const fault = (error: Error): void => void log.debug({ err: error }, 'WebSocket error');
    socket.on('error', fault);
    this.#upgraded.add(socket);
    socket.on('close', () => this.#upgraded.delete(socket));
    const endpoint = endpointOf(request);
    if (endpoint === null) return refuseUpgrade(socket, 404);
    const passage = await this.#check(request);
    if (socket.destroyed) return;
    if (!passage.pass) return refuseUpgrade(socket, 403);
    // Only the cookie says whose presence it is and what may be watched or heard.
    if (isVouched(endpoint) && !passage.identity) return refuseUpgrade(socket, 403);
    if (this.#isFaulty(endpoint, passage)) return void socket.destroy();
    if (!isVouched(endpoint) && passage.identity) this.#parts.faults.watch(passage.identity.username, endpoint, socket);
    try {
      if (endpoint === 'sip') voice.handleUpgrade(request, socket, head, passage.identity?.username);
      else if (endpoint === 'mediatel') agentSocket.handleUpgrade(request, socket, head, passage.identity);
      else if (passage.identity) this.#parts[endpoint].handleUpgrade(request, socket, head, passage.identity);
    } catch (error) {
      log.error({ err: error, endpoint }, 'WebSocket could not be opened');
      socket.destroy();
    }
  }

  #isFaulty(endpoint: Endpoint, { identity }: Extract<Passage, { pass: true }>): boolean {
    return !isVouched(endpoint) && identity !== null && this.#parts.faults.refuses(identity.username, endpoint);
  }

  async #check(request: IncomingMessage): Promise<Passage> {
    const passage = await this.#parts.gate.check(request);
    if (!passage.pass)
      this.#parts.warnings.warn({ reason: passage.reason, path: pathOf(request).slice(0, 200) }, 'not authorised');
    return passage;
  }
}

function endpointOf(request: IncomingMessage): Endpoint | null {
  const path = pathOf(request);
  if (path === agentSocketPath) return 'mediatel';
  if (path === hubPath) return 'hub';
  if (path === trainingSocketPath) return 'training';
  return path === sipPath ? 'sip' : null;
}
