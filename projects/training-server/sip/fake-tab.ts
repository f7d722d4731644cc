import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import {
  DigestAuthentication,
  LoggerFactory,
  SessionDialog,
  URI,
  UserAgentCore,
  getBody,
  type IncomingInviteRequest,
  type IncomingResponseMessage,
  type Session,
} from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';
import { forgetReinvites } from './abandoned-reinvites';
import { FakeTabAudio } from './fake-tab-audio';
import { readFrame } from './frame';

const REALM = 'training.local';

export interface FakeTabOptions {
  readonly url: string;
  readonly sipLogin: string;
  readonly password?: string;
  readonly instance?: string;
  /** Needed if the server checks the cookie. */
  readonly cookie?: string;
}

interface FakeTabEvents {
  invite: [IncomingInviteRequest];
  cancelled: [];
  confirmed: [];
  bye: [];
  closed: [code: number];
}

/** An operator's tab for tests: real SIP over a real WebSocket, a werift peer for its audio. */
export class FakeTab extends EventEmitter<FakeTabEvents> {
  /** The present page's audio. */
  audio = new FakeTabAudio();
  /** All received messages, as text. */
  readonly received: string[] = [];
  /** Where the present page can be reached. */
  contact = new URI('sip', randomUUID().slice(0, 8), 'tab.invalid', undefined, { transport: 'ws' });
  session: Session | undefined;
  #socket: WebSocket | undefined;
  #muted = false;
  readonly #core: UserAgentCore;
  readonly #options: FakeTabOptions;

  constructor(options: FakeTabOptions) {
    super();
    this.#options = options;
    const loggerFactory = new LoggerFactory();
    loggerFactory.builtinEnabled = false;
    const contact = { uri: this.contact, pubGruu: undefined, tempGruu: undefined, toString: () => `<${this.contact}>` };
    this.#core = new UserAgentCore(
      {
        aor: this.aor,
        contact,
        displayName: '',
        loggerFactory,
        hackViaTcp: false,
        routeSet: [],
        sipjsId: '',
        supportedOptionTags: [],
        supportedOptionTagsResponse: [],
        userAgentHeaderFieldValue: 'tab',
        viaForceRport: false,
        viaHost: 'tab.invalid',
        authenticationFactory: () =>
          new DigestAuthentication(loggerFactory, undefined, options.sipLogin, options.password ?? 'training'),
        transportAccessor: () => ({ protocol: 'WS', send: (message) => Promise.resolve(this.send(message)) }),
      },
      { onInvite: (request) => this.#invited(request) },
    );
  }

  get aor(): URI {
    return new URI('sip', this.#options.sipLogin, REALM);
  }

  async connect(): Promise<this> {
    const { url, cookie } = this.#options;
    const socket = new WebSocket(url, 'sip', cookie ? { headers: { cookie } } : {});
    this.#socket = socket;
    this.#muted = false;
    socket.on('message', (data: Buffer) => this.#receive(data));
    socket.on('close', (code) => this.emit('closed', code));
    await once(socket, 'open');
    return this;
  }

  send(frame: string | Buffer): void {
    if (!this.#muted) this.#socket?.send(frame);
  }

  /** From now on what the tab sends is lost, until it reconnects. */
  mute(): void {
    this.#muted = true;
  }

  /** Cuts the WebSocket. Resolves when this side has seen it close. */
  async disconnect(): Promise<void> {
    const closed = once(this, 'closed');
    this.#socket?.terminate();
    await closed;
    // JsSIP does the same with everything that was pending.
    if (this.session) forgetReinvites(this.session, this.#core);
  }

  /** Registers. Resolves with the final response, whatever it is. */
  register(expires: number | undefined = 300, contact = this.contactHeader()): Promise<IncomingResponseMessage> {
    const headers = [`Contact: ${contact}`, ...(expires === undefined ? [] : [`Expires: ${expires}`])];
    return this.request('REGISTER', new URI('sip', '', REALM), headers);
  }

  contactHeader(): string {
    const { instance } = this.#options;
    return `<${this.contact}>${instance ? `;reg-id=1;+sip.instance="<urn:uuid:${instance}>"` : ''}`;
  }

  /** A request outside any dialog. Resolves with its final response. */
  request(method: string, target: URI, headers: string[] = [], content?: string): Promise<IncomingResponseMessage> {
    const body =
      content === undefined ? undefined : { contentDisposition: 'render', contentType: 'text/plain', content };
    const message = this.#core.makeOutgoingRequestMessage(method, target, this.aor, this.aor, {}, headers, body);
    return new Promise((resolve) => {
      const final = (response: { message: IncomingResponseMessage }) => resolve(response.message);
      this.#core.request(message, { onAccept: final, onReject: final, onRedirect: final });
    });
  }

  /** Answers the call. Resolves when the server has acknowledged. */
  async answer(invite: IncomingInviteRequest): Promise<void> {
    await this.answerWith(invite, await this.audio.answer(getBody(invite.message)?.content ?? ''));
  }

  /** Sends the 200 with this SDP at once. Resolves when the server has acknowledged. */
  async answerWith(invite: IncomingInviteRequest, content: string): Promise<void> {
    const body = { contentDisposition: 'session', contentType: 'application/sdp', content };
    const confirmed = once(this, 'confirmed');
    const { session } = invite.accept({ statusCode: 200, body, extraHeaders: [`Contact: <${this.contact}>`] });
    session.delegate = {
      onAck: () => void this.emit('confirmed'),
      onBye: (request) => {
        request.accept();
        this.emit('bye');
      },
    };
    this.session = session;
    await confirmed;
  }

  /** Sends an INFO in the call. Resolves with the status of its response. */
  info(contentType: string, content: string): Promise<number | undefined> {
    return new Promise((resolve) => {
      const final = ({ message }: { message: IncomingResponseMessage }) => resolve(message.statusCode);
      const body = { contentDisposition: 'render', contentType, content };
      this.session?.info({ onAccept: final, onReject: final }, { body });
    });
  }

  /** Offers within the call, and acknowledges the answer. Resolves with the final response. */
  reinvite(sdp: string): Promise<{ status: number; sdp: string }> {
    const { session } = this;
    if (!session) throw new Error('no call');
    return new Promise((resolve) => {
      const settle = ({ message }: { message: IncomingResponseMessage }): void =>
        resolve({ status: message.statusCode ?? 0, sdp: getBody(message)?.content ?? '' });
      session.invite(
        {
          onAccept: (response) => {
            response.ack();
            settle(response);
          },
          onReject: settle,
        },
        {
          extraHeaders: [`Contact: <${this.contact}>`],
          body: { contentDisposition: 'session', contentType: 'application/sdp', content: sdp },
        },
      );
    });
  }

  /** Sends any request within the call, `cseq` numbers it. Resolves with its final response. */
  inDialog(method: string, sdp?: string, cseq?: number): Promise<IncomingResponseMessage> {
    const { session } = this;
    if (!(session instanceof SessionDialog)) throw new Error('no call');
    const body =
      sdp === undefined ? undefined : { contentDisposition: 'session', contentType: 'application/sdp', content: sdp };
    const message = session.createOutgoingRequestMessage(method, {
      extraHeaders: [`Contact: <${this.contact}>`],
      body,
      ...(cseq === undefined ? {} : { cseq }),
    });
    return new Promise((resolve) => {
      const final = (response: { message: IncomingResponseMessage }) => resolve(response.message);
      this.#core.request(message, { onAccept: final, onReject: final });
    });
  }

  close(): void {
    this.#socket?.terminate();
    // The timer of an unanswered offer would outlive its core.
    if (this.session) forgetReinvites(this.session, this.#core);
    this.#core.dispose();
    this.audio.close();
  }

  #invited(request: IncomingInviteRequest): void {
    request.delegate = {
      onCancel: () => {
        request.reject({ statusCode: 487 });
        this.emit('cancelled');
      },
    };
    request.progress({ statusCode: 180, extraHeaders: [`Contact: <${this.contact}>`] });
    this.emit('invite', request);
  }

  #receive(data: Buffer): void {
    this.received.push(data.toString());
    const frame = readFrame(data);
    if (frame.type === 'request') this.#core.receiveIncomingRequestFromTransport(frame.message);
    else if (frame.type === 'response') this.#core.receiveIncomingResponseFromTransport(frame.message);
  }
}
