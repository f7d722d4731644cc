import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { IncomingRequestMessage, IncomingResponseMessage } from 'sip.js/lib/core/index.js';
import { SparingLog } from '../sparing-log';
import { WorkBudgets } from '../work-budget';
import type { SipAccounts } from './account';
import { ALLOW, answer } from './answer';
import { Bindings } from './bindings';
import type { SipConnection } from './connection';
import { Digest } from './digest';
import { readFrame } from './frame';
import { SipGate } from './gate';
import { ACCEPTED_BODIES, ACCEPTED_OPTION_TAGS, KNOWN_METHODS } from './identity';
import { Nonces } from './nonces';
import { OperatorAgent } from './operator-agent';
import { Ownership, type SipAuth } from './ownership';
import { Registrar, type OtherContacts, type RegistrarLimits } from './registrar';

export interface SipServerOptions extends Partial<RegistrarLimits> {
  readonly accounts: SipAccounts;
  readonly realm: string;
  readonly log: Logger;
  /** Default `drop`: the newest registration of an extension wins. */
  readonly otherContacts?: OtherContacts;
  readonly heartbeatMs?: number;
  readonly nonceLifetimeMs?: number;
  /** The limit of one WebSocket. */
  readonly messagesPerSecond?: number;
  /** What one operator's messages may cost, on all WebSockets together. */
  readonly budgets?: WorkBudgets;
  /** Default `cookie`: a socket may use only its own person's accounts. */
  readonly auth?: SipAuth;
}

/**
 * The server side of SIP over WebSocket: passes messages to the registrar or the operators' dialogs, or answers an
 * error.
 */
export class SipServer {
  readonly bindings = new Bindings();
  readonly #agents = new Set<OperatorAgent>();
  readonly #gate: SipGate;
  readonly #registrar: Registrar;
  readonly #ownership: Ownership;
  readonly #log: Logger;
  /** For what a peer can cause with each frame. */
  readonly #warnings: SparingLog;
  readonly #options: SipServerOptions;

  constructor(options: SipServerOptions) {
    this.#options = options;
    const { accounts, realm, log, heartbeatMs = 15_000, nonceLifetimeMs = 120_000, messagesPerSecond = 100 } = options;
    this.#log = log;
    this.#warnings = new SparingLog(log);
    this.#ownership = new Ownership(accounts, options.auth ?? 'cookie');
    const digest = new Digest(accounts, realm, new Nonces(nonceLifetimeMs));
    const { minExpiresS = 60, defaultExpiresS = 300, maxExpiresS = 3600, otherContacts = 'drop' } = options;
    const limits = { minExpiresS, defaultExpiresS, maxExpiresS };
    const agentFor = (login: string, key: string) => this.#agentFor(login, key);
    this.#registrar = new Registrar(digest, this.#ownership, this.bindings, agentFor, limits, otherContacts, log);
    const listener = {
      opened: (connection: SipConnection) =>
        log.debug({ connection: connection.id, identity: connection.identity }, 'SIP WebSocket open'),
      received: (connection: SipConnection, frame: Buffer) => this.#receive(connection, frame),
      closed: (connection: SipConnection) => this.#closed(connection),
    };
    this.#gate = new SipGate(listener, log, heartbeatMs, messagesPerSecond, options.budgets ?? new WorkBudgets(100));
  }

  /** How many operators' agents are kept: shows a leak. */
  get agentsHeld(): number {
    return this.#agents.size;
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity?: string): void {
    this.#gate.handleUpgrade(request, socket, head, identity);
  }

  close(): void {
    this.#gate.close();
    this.bindings.close();
    for (const agent of this.#agents) agent.dispose();
    this.#agents.clear();
  }

  #closed(connection: SipConnection): void {
    this.#log.debug({ connection: connection.id }, 'SIP WebSocket closed');
    this.bindings.removeConnection(connection);
    for (const agent of this.#agents) agent.detach(connection);
    this.#forgetIdleAgents();
  }

  #receive(connection: SipConnection, data: Buffer): void {
    const frame = readFrame(data);
    try {
      if (frame.type === 'keepAlive') connection.sendAnswer('\r\n');
      else if (frame.type === 'request') this.#receiveRequest(frame.message, connection);
      else if (frame.type === 'response') this.#receiveResponse(frame.message, connection);
      else {
        const start = data.toString('latin1', 0, 80).replace(/[^\x20-\x7e]/g, '.');
        const { id, identity } = connection;
        const facts = { connection: id, identity, bytes: data.length, reason: frame.reason, start };
        this.#warnings.warn(facts, 'malformed SIP frame', `malformed by ${identity}`);
        if (frame.answer) connection.sendAnswer(frame.answer);
      }
    } catch (error) {
      // The core throws on messages that it finds impossible. One peer's fault must not end the process.
      this.#warnings.error({ connection: connection.id, err: error }, 'SIP message could not be handled');
      if (frame.type === 'request' && frame.message.method !== 'ACK') answer(connection, frame.message, 500);
    }
  }

  #receiveResponse(response: IncomingResponseMessage, connection: SipConnection): void {
    const agent = this.#agentOf(connection, (candidate) => candidate.awaits(response));
    if (agent) agent.receiveResponse(response);
    else
      this.#log.debug(
        { connection: connection.id, status: response.statusCode },
        'SIP response without a matching request',
      );
  }

  #receiveRequest(request: IncomingRequestMessage, connection: SipConnection): void {
    const { method } = request;
    if (request.toTag && method !== 'CANCEL') return this.#receiveInDialog(request, connection);
    if (method === 'ACK') return;
    const unsupported = unsupportedTags(request);
    if (unsupported.length > 0) return answer(connection, request, 420, [`Unsupported: ${unsupported.join(', ')}`]);
    if (method === 'REGISTER') return this.#registrar.receive(request, connection);
    if (method === 'OPTIONS') return answer(connection, request, 200, [ALLOW, `Accept: ${ACCEPTED_BODIES.join(', ')}`]);
    if (method === 'CANCEL' || method === 'BYE') return answer(connection, request, 481);
    // Only Mediatel places calls: a tab that dials by SIP is refused, although INVITE is an allowed method.
    if (method === 'INVITE') return answer(connection, request, 403, [], 'Calls are placed by Mediatel');
    const known = KNOWN_METHODS.some((name) => name === method);
    this.#log.debug({ connection: connection.id, method }, 'SIP method not supported');
    answer(connection, request, known ? 405 : 501, [ALLOW]);
  }

  #receiveInDialog(request: IncomingRequestMessage, connection: SipConnection): void {
    const agent = this.#agentOf(connection, (candidate) => candidate.hasDialogOf(request));
    if (agent) agent.receiveRequest(request, connection);
    else if (request.method !== 'ACK') answer(connection, request, 481);
  }

  /** The agent that this socket's message belongs to. For a socket of another person there is no such call. */
  #agentOf(connection: SipConnection, fits: (agent: OperatorAgent) => boolean): OperatorAgent | undefined {
    const agent = [...this.#agents].find(fits);
    if (!agent || this.#ownership.allows(connection, agent.sipLogin)) return agent;
    const { id, identity } = connection;
    const facts = { connection: id, identity, sipLogin: agent.sipLogin };
    this.#warnings.warn(facts, 'SIP message for another operator’s call', `another operator’s call by ${identity}`);
    return undefined;
  }

  #agentFor(sipLogin: string, key: string): OperatorAgent {
    // Not only when a socket closes: each new instance on one socket creates an agent.
    this.#forgetIdleAgents();
    const known = [...this.#agents].find((agent) => agent.sipLogin === sipLogin && agent.key === key);
    if (known) return known;
    const agent = new OperatorAgent(sipLogin, key, this.#options.realm, this.#log);
    this.#agents.add(agent);
    return agent;
  }

  #forgetIdleAgents(): void {
    const bound = new Set(this.bindings.all().map((binding) => binding.agent));
    for (const agent of this.#agents) {
      if (bound.has(agent) || agent.busy) continue;
      agent.dispose();
      this.#agents.delete(agent);
    }
  }
}

function unsupportedTags(request: IncomingRequestMessage): string[] {
  const required = (request.getHeader('require') ?? '').split(',').map((tag) => tag.trim());
  return required.filter((tag) => tag !== '' && !ACCEPTED_OPTION_TAGS.some((accepted) => accepted === tag));
}
