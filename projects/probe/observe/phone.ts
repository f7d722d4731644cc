import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  DigestAuthentication,
  IncomingRequestMessage,
  LoggerFactory,
  type IncomingInviteRequest,
  type IncomingResponseMessage,
  URI,
  UserAgentCore,
  Parser,
} from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';
import type { SipAccount } from '../probe-options';
import { moveDialog, type Session } from './move-dialog';
import type { RegisterSeen, SipSeen } from './observations';
import type { PhoneCall } from './phone-call';

/** The longest registration that the documented client asks for (s). */
export const asksExpiresSeconds = 300;

const loggers = new LoggerFactory();
loggers.builtinEnabled = false;
const parserLogger = loggers.getLogger('sip.parser');

/** What a phone needs. */
export interface PhoneOptions {
  readonly url: string;
  /** `null`: it registers nothing. */
  readonly account: SipAccount | null;
  readonly headers: Record<string, string>;
  readonly now: () => number;
  /** How long an answer of the SIP server may take (ms). */
  readonly patienceMs: number;
  /** Whether it registers as the page of a browser that may be loaded again: with an instance, and asks for a GRUU. */
  readonly isPage: boolean;
}

/** What the pages of one browser tab have in common. */
interface Identity {
  readonly contact: URI;
  readonly instance: string;
}

/** The probe's SIP client: SIP.js's core over a WebSocket. It takes no call that it does not expect. */
export class Phone {
  readonly #options: PhoneOptions;
  readonly #realm: string;
  readonly #identity: Identity;
  readonly #core: UserAgentCore;
  readonly #waits = new Set<() => void>();
  #socket: WebSocket | null = null;
  /** The answers to REGISTER as they came; the core answers a challenge by itself. */
  readonly #registerAnswers: IncomingResponseMessage[] = [];
  #isRegistered = false;
  #expected: PhoneCall | null = null;
  /** The address that the server gave to the instance (RFC 5627). */
  #gruu: string | null = null;
  /** The page after this one; it has the call and the registration. */
  #next: Phone | null = null;

  constructor(options: PhoneOptions, identity?: Identity) {
    const { account, url } = options;
    this.#options = options;
    this.#identity = identity ?? {
      contact: new URI('sip', randomUUID().slice(0, 8), 'probe.invalid', undefined, { transport: 'ws' }),
      instance: `"<urn:uuid:${randomUUID()}>"`,
    };
    this.#realm = account?.realm ?? new URL(url).hostname;
    const contact = {
      uri: this.#identity.contact,
      pubGruu: undefined,
      tempGruu: undefined,
      toString: () => this.contact,
    };
    this.#core = new UserAgentCore(
      {
        aor: this.#aor,
        contact,
        displayName: '',
        loggerFactory: loggers,
        hackViaTcp: false,
        routeSet: [],
        sipjsId: '',
        supportedOptionTags: ['timer'],
        supportedOptionTagsResponse: ['timer'],
        userAgentHeaderFieldValue: 'mediatel-probe',
        viaForceRport: false,
        viaHost: 'probe.invalid',
        authenticationFactory: () =>
          new DigestAuthentication(loggers, undefined, account?.login ?? '', account?.password ?? ''),
        transportAccessor: () => ({ protocol: 'WS', send: (message) => Promise.resolve(this.#send(message)) }),
      },
      { onInvite: (request) => this.#invited(request) },
    );
  }

  /** The Contact of its calls. */
  get contact(): string {
    return `<${this.#gruu ?? this.#identity.contact.toString()}>`;
  }

  /** Connects, asks for the server's options, and registers the account if there is one. Never rejects. */
  async probe(): Promise<SipSeen> {
    const isOpen = await this.#connect();
    if (!isOpen) return { isOpen, options: null, register: null };
    const begin = this.#options.now();
    const options = await this.#request('OPTIONS', []);
    const afterMs = this.#options.now() - begin;
    return {
      isOpen,
      options: options ? { status: options.statusCode ?? 0, afterMs } : null,
      register: this.#options.account ? await this.#register(this.#options.account) : null,
    };
  }

  /** From now on one call is answered. */
  expectCall(call: PhoneCall): void {
    this.#expected = call;
  }

  /**
   * Leaves as a page that is loaded again does: its connection closes, nothing is sent. Returns the next page, which has
   * the dialog already, because requests may wait for it.
   */
  leave(call: PhoneCall, session: Session): Phone {
    const next = new Phone(this.#options, this.#identity);
    next.#gruu = this.#gruu;
    next.expectCall(call);
    moveDialog(session, this.#core, next.#core);
    this.#next = next;
    // The binding stays, and is the next page's to remove.
    next.#isRegistered = this.#isRegistered;
    this.#isRegistered = false;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#core.dispose();
    return next;
  }

  /** Connects and registers, as a page that was loaded again does. Resolves with whether that succeeded. Never rejects. */
  async comeBack(): Promise<boolean> {
    const { account } = this.#options;
    if (!(await this.#connect()) || !account) return false;
    return (await this.#register(account)).status === 200;
  }

  /** Ends all waits now, as if their time were over. */
  interrupt(): void {
    this.#next?.interrupt();
    this.#endWaits();
  }

  /** Hangs up, removes the registration and closes the socket. */
  async close(): Promise<void> {
    if (this.#next) return this.#next.close();
    const wasRegistered = this.#isRegistered;
    const isOpen = this.#socket?.readyState === WebSocket.OPEN;
    this.#expected?.close();
    const answer = wasRegistered && isOpen ? await this.#request('REGISTER', this.#registration(0)) : null;
    this.#isRegistered = false;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#core.dispose();
    if (wasRegistered && answer?.statusCode !== 200) throw new Error('still registered');
  }

  get #aor(): URI {
    return new URI('sip', this.#options.account?.login ?? 'probe', this.#realm);
  }

  async #connect(): Promise<boolean> {
    const { url, headers } = this.#options;
    const socket = new WebSocket(url, 'sip', { headers, handshakeTimeout: this.#options.patienceMs });
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(data.toString()));
    // The next page's waits are not this connection's.
    socket.on('close', () => this.#endWaits());
    try {
      await once(socket, 'open');
    } catch {
      return false;
    }
    socket.on('error', () => undefined);
    return true;
  }

  #registration(expires: number): string[] {
    const { contact, instance } = this.#identity;
    const page = this.#options.isPage ? `;reg-id=1;+sip.instance=${instance}` : '';
    return [
      `Contact: <${contact.toString()}>${page};expires=${expires}`,
      `Expires: ${expires}`,
      ...(this.#options.isPage ? ['Supported: path, gruu, outbound'] : []),
    ];
  }

  async #register({ realm }: SipAccount): Promise<RegisterSeen> {
    // Before the answer: it may be lost on the way back.
    this.#isRegistered = true;
    const final = await this.#request('REGISTER', this.#registration(asksExpiresSeconds));
    if (final?.statusCode !== undefined && final.statusCode >= 300) this.#isRegistered = false;
    const [first] = this.#registerAnswers;
    const challenge = first?.getHeader('www-authenticate');
    const contacts = final?.getHeaders('contact') ?? [];
    const own = contacts.find((contact) => contact.includes(this.#identity.contact.user ?? ''));
    this.#gruu = /;\s*pub-gruu="([^"]+)"/i.exec(own ?? '')?.[1] ?? this.#gruu;
    const granted = /;\s*expires=(\d+)/i.exec(own ?? '')?.[1] ?? final?.getHeader('expires');
    const named = /realm="([^"]*)"/i.exec(challenge ?? '')?.[1];
    return {
      first: first?.statusCode ?? null,
      isRealmRight: realm === null || named === undefined ? null : named === realm,
      algorithm: challenge === undefined ? null : (/algorithm=([\w-]+)/i.exec(challenge)?.[1] ?? 'MD5'),
      status: final?.statusCode ?? null,
      expiresSeconds: granted === undefined ? null : Number(granted),
      contacts: contacts.length,
    };
  }

  /** Sends a request outside any dialog. Resolves with its final answer; `null`: none in time. */
  #request(method: string, headers: string[]): Promise<IncomingResponseMessage | null> {
    const target = new URI('sip', '', this.#realm);
    const message = this.#core.makeOutgoingRequestMessage(method, target, this.#aor, this.#aor, {}, headers);
    return new Promise((resolve) => {
      const finish = (answer: IncomingResponseMessage | null): void => {
        clearTimeout(timer);
        this.#waits.delete(giveUp);
        resolve(answer);
      };
      const giveUp = (): void => finish(null);
      const timer = setTimeout(giveUp, this.#options.patienceMs);
      this.#waits.add(giveUp);
      const final = ({ message: answer }: { message: IncomingResponseMessage }): void => finish(answer);
      this.#core.request(message, { onAccept: final, onReject: final, onRedirect: final });
    });
  }

  #endWaits(): void {
    for (const end of [...this.#waits]) end();
  }

  #send(message: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(message);
  }

  /** A call that nobody expects is refused at once, so that it finds another operator. */
  #invited(request: IncomingInviteRequest): void {
    if (this.#expected?.take(request, this.contact) !== true)
      request.reject({ statusCode: 480, reasonPhrase: 'Temporarily Unavailable' });
  }

  #receive(text: string): void {
    const message = parsed(text);
    if (!message) return;
    if (message instanceof IncomingRequestMessage) {
      this.#expected?.note(message);
      return this.#core.receiveIncomingRequestFromTransport(message);
    }
    if (message.method === 'REGISTER') this.#registerAnswers.push(message);
    else this.#expected?.noteAnswer(message);
    this.#core.receiveIncomingResponseFromTransport(message);
  }
}

/** A SIP message; `undefined` for keep-alives and what can't be read. */
function parsed(text: string): ReturnType<typeof Parser.parseMessage> {
  if (/^(\r\n)*$/.test(text)) return undefined;
  try {
    return Parser.parseMessage(text, parserLogger);
  } catch {
    // The parser throws on a response with a broken header.
    return undefined;
  }
}
