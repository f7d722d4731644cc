import {
  getBody,
  type IncomingInviteRequest,
  type IncomingRequestMessage,
  type Session,
} from 'sip.js/lib/core/index.js';
import { type AudioPath, CallAudio } from './call-audio';
import type { CallSeen, InviteSeen } from './observations';
import { sdpFacts } from './sdp';

/** How long the audio path may take after the answer (ms). */
const pathMs = 8000;

/** The SIP side of the one call that the probe is asked for: answers it, notes its messages, and can end it. */
export class PhoneCall {
  readonly #now: () => number;
  readonly #audio: CallAudio;
  readonly #refreshes: { readonly atMs: number; readonly sessionExpires: string | null }[] = [];
  #invite: InviteSeen | null = null;
  #byeAtMs: number | null = null;
  #path: CallSeen['path'] = null;
  #session: Session | null = null;
  #callId: string | null = null;
  #onBye: () => void = () => undefined;

  constructor(now: () => number, path: AudioPath) {
    this.#now = now;
    this.#audio = new CallAudio(path);
  }

  /** What was seen until now. */
  get seen(): Omit<CallSeen, 'clericalMs'> {
    return { invite: this.#invite, byeAtMs: this.#byeAtMs, refreshes: this.#refreshes, path: this.#path };
  }

  /** Takes the first INVITE, and answers it; `false` for any other. */
  take(request: IncomingInviteRequest, contact: string): boolean {
    if (this.#callId !== request.message.callId || this.#session !== null) return false;
    request.delegate = { onCancel: () => void request.reject({ statusCode: 487 }) };
    request.progress({ statusCode: 180, extraHeaders: [`Contact: ${contact}`] });
    void this.#answer(request, contact).catch(() => {
      this.#path = 'failed';
    });
    return true;
  }

  /** Notes a request that came over the phone's socket. */
  note(request: IncomingRequestMessage): void {
    const sessionExpires = request.getHeader('session-expires') ?? request.getHeader('x') ?? null;
    if (request.method === 'INVITE' && this.#callId === null) {
      this.#callId = request.callId;
      const body = request.body;
      this.#invite = { atMs: this.#now(), sdp: body === '' ? null : sdpFacts(body), sessionExpires };
      return;
    }
    if (request.callId !== this.#callId) return;
    if (request.method === 'INVITE' || request.method === 'UPDATE')
      this.#refreshes.push({ atMs: this.#now(), sessionExpires });
    if (request.method === 'BYE') {
      this.#byeAtMs ??= this.#now();
      this.#onBye();
    }
  }

  /** Resolves when the server's BYE came, or the time is over. */
  untilBye(limitMs: number): Promise<void> {
    if (this.#byeAtMs !== null || this.#session === null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#onBye = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Hangs up, if the call still exists. */
  close(): void {
    const session = this.#session;
    this.#session = null;
    if (session && this.#byeAtMs === null) session.bye();
    this.#audio.close();
  }

  async #answer(request: IncomingInviteRequest, contact: string): Promise<void> {
    const content = await this.#audio.answer(getBody(request.message)?.content ?? '');
    const body = sdpBody(content);
    const { session } = request.accept({ statusCode: 200, body, extraHeaders: [`Contact: ${contact}`] });
    this.#session = session;
    session.delegate = {
      onBye: (bye) => {
        bye.accept();
        this.#session = null;
        this.#audio.close();
      },
      onInvite: (again) => void this.#answerAgain(again, contact),
    };
    this.#path = await this.#audio.path(pathMs);
  }

  async #answerAgain(request: IncomingInviteRequest, contact: string): Promise<void> {
    try {
      const body = sdpBody(await this.#audio.answerAgain(getBody(request.message)?.content ?? ''));
      // Whoever refreshes stays as the server wants it (RFC 4028).
      const expires = request.message.getHeader('session-expires');
      const timer = expires === undefined ? [] : [`Session-Expires: ${expires}`, 'Require: timer'];
      request.accept({ statusCode: 200, body, extraHeaders: [`Contact: ${contact}`, ...timer] });
    } catch {
      // The call goes on unchanged (RFC 3261 §14.2).
      request.reject({ statusCode: 488 });
    }
  }
}

const sdpBody = (content: string) => ({ contentDisposition: 'session', contentType: 'application/sdp', content });
