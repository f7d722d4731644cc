import type { Logger } from 'pino';
import {
  TransportError,
  URI,
  UserAgentCore,
  type IncomingRequestMessage,
  type IncomingResponseMessage,
  type Transport,
} from 'sip.js/lib/core/index.js';
import type { SipConnection } from './connection';
import { coreLogger } from './core-logger';
import { ACCEPTED_OPTION_TAGS, PRODUCT } from './identity';

/** The user part of our own Contact. The core answers 404 to a Request-URI with any other. */
const OWN_USER = 'mediatel';

/**
 * The server's side of everything between the server and one operator's tab: transactions and dialogs, on a replaceable
 * WebSocket.
 *
 * One per `+sip.instance`, not per socket: a dialog outlives its socket, and a BYE over the tab's next socket must find
 * it.
 */
export class OperatorAgent {
  readonly core: UserAgentCore;
  readonly contact: URI;
  /** The tab's sockets, the one used last at the end: messages go over it. */
  #paths: readonly SipConnection[] = [];
  #calls = 0;
  readonly #waiting = new Set<() => void>();
  readonly #movers = new Set<() => void>();
  readonly #inviteFilters = new Map<string, (request: IncomingRequestMessage) => boolean>();
  readonly #updateHandlers = new Map<string, (request: IncomingRequestMessage) => void>();

  constructor(
    readonly sipLogin: string,
    /** The binding's key, which finds the agent again. */
    readonly key: string,
    realm: string,
    log: Logger,
  ) {
    this.contact = new URI('sip', OWN_USER, realm, undefined, { transport: 'ws' });
    const transport: Transport = {
      protocol: 'WS',
      send: (message) => this.#paths.at(-1)?.send(message) ?? Promise.reject(new TransportError('no WebSocket')),
    };
    const contact = { uri: this.contact, pubGruu: undefined, tempGruu: undefined, toString: () => `<${this.contact}>` };
    this.core = new UserAgentCore({
      aor: new URI('sip', OWN_USER, realm),
      contact,
      displayName: '',
      loggerFactory: coreLogger(log),
      hackViaTcp: false,
      routeSet: [],
      sipjsId: '',
      supportedOptionTags: [...ACCEPTED_OPTION_TAGS],
      supportedOptionTagsResponse: [...ACCEPTED_OPTION_TAGS],
      userAgentHeaderFieldValue: PRODUCT,
      viaForceRport: false,
      viaHost: realm,
      authenticationFactory: () => undefined,
      transportAccessor: () => transport,
    });
  }

  get connected(): boolean {
    return this.#paths.at(-1)?.open ?? false;
  }

  get busy(): boolean {
    const { dialogs, userAgentClients } = this.core;
    return this.#calls > 0 || dialogs.size > 0 || userAgentClients.size > 0 || this.#waiting.size > 0;
  }

  /** A call begins: the agent is busy from before its INVITE. Returns a function that ends this. */
  beginCall(): () => void {
    let over = false;
    this.#calls++;
    return () => {
      if (!over) this.#calls--;
      over = true;
    };
  }

  /** From now on everything uses this socket. */
  attach(connection: SipConnection): void {
    if (this.#paths.at(-1) === connection) return this.#resume();
    this.#paths = [...this.#paths.filter((path) => path !== connection), connection];
    this.#moved();
  }

  /** The socket is closed. If the tab had another one before and it is open, everything uses that. */
  detach(connection: SipConnection): void {
    const wasUsed = this.#paths.at(-1) === connection;
    this.#paths = this.#paths.filter((path) => path !== connection);
    if (wasUsed && this.connected) this.#moved();
  }

  #moved(): void {
    for (const moved of [...this.#movers]) moved();
    this.#resume();
  }

  #resume(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const action of waiting) action();
  }

  /** Calls back when the tab comes over another socket. Returns a function that stops it. */
  onMove(moved: () => void): () => void {
    this.#movers.add(moved);
    return () => this.#movers.delete(moved);
  }

  /** Runs the action now, or when the tab has reconnected. Returns a function that cancels it. */
  whenConnected(action: () => void): () => void {
    if (this.connected) action();
    else this.#waiting.add(action);
    return () => this.#waiting.delete(action);
  }

  /** Sets who answers UPDATE in a dialog; SIP.js's core refuses it with 405. */
  handleUpdates(dialogId: string, handler: (request: IncomingRequestMessage) => void): void {
    this.#updateHandlers.set(dialogId, handler);
  }

  forgetUpdates(dialogId: string): void {
    this.#updateHandlers.delete(dialogId);
  }

  /** Sets who sees each re-INVITE of a dialog first. If it returns `false`, the dialog never gets the re-INVITE. */
  filterInvites(dialogId: string, passes: (request: IncomingRequestMessage) => boolean): void {
    this.#inviteFilters.set(dialogId, passes);
  }

  forgetInvites(dialogId: string): void {
    this.#inviteFilters.delete(dialogId);
  }

  hasDialogOf(request: IncomingRequestMessage): boolean {
    return this.core.dialogs.has(dialogIdOf(request));
  }

  awaits(response: IncomingResponseMessage): boolean {
    return this.core.userAgentClients.has(response.viaBranch + response.method);
  }

  /** Responses use the socket of the request (RFC 3261 §18.2.2), and so does everything after it. */
  receiveRequest(request: IncomingRequestMessage, connection: SipConnection): void {
    this.attach(connection);
    const dialogId = dialogIdOf(request);
    const passes = request.method === 'INVITE' ? this.#inviteFilters.get(dialogId) : undefined;
    if (passes && !passes(request)) return;
    const update = request.method === 'UPDATE' ? this.#updateHandlers.get(dialogId) : undefined;
    if (update) update(request);
    else this.core.receiveIncomingRequestFromTransport(request);
  }

  receiveResponse(response: IncomingResponseMessage): void {
    this.core.receiveIncomingResponseFromTransport(response);
  }

  dispose(): void {
    this.#waiting.clear();
    this.#movers.clear();
    this.core.dispose();
  }
}

function dialogIdOf(request: IncomingRequestMessage): string {
  return request.callId + request.toTag + request.fromTag;
}
