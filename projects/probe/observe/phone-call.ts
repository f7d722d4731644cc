import {
  getBody,
  type IncomingInviteRequest,
  type IncomingRequestMessage,
  type IncomingResponseMessage,
  type Session,
} from 'sip.js/lib/core/index.js';
import { type AudioPath, CallAudio } from './call-audio';
import type { CallSeen, InviteSeen } from './observations';
import { sdpFacts } from './sdp';

/** How long the audio path may take after the answer (ms). */
const pathMs = 8000;
/** The tone of the first page, and the distance to the next page's: an echo of one is no echo of the other (Hz). */
const [firstToneHz, toneStepHz] = [700, 150];

/** The final response to a re-INVITE. */
export interface ReinviteAnswer {
  readonly status: number;
  readonly sdp: string;
}

/** The SIP side of the one call that the probe is asked for: answers it, notes its messages, and can end it. */
export class PhoneCall {
  readonly #now: () => number;
  readonly #path: AudioPath;
  readonly #refreshes: { readonly atMs: number; readonly sessionExpires: string | null }[] = [];
  #audio: CallAudio;
  /** The audio of a page that is left, or of one that has not taken the call yet. */
  #other: CallAudio | null = null;
  #pages = 0;
  #invite: InviteSeen | null = null;
  #byeAtMs: number | null = null;
  #pathSeen: CallSeen['path'] = null;
  #session: Session | null = null;
  #callId: string | null = null;
  #isMoving = false;
  #challenges = 0;
  #onBye: () => void = () => undefined;

  /** `hasTone`: the customer hears tones instead of silence. */
  constructor(now: () => number, path: AudioPath, hasTone: boolean) {
    this.#now = now;
    this.#path = path;
    this.#audio = new CallAudio(path, now, hasTone ? firstToneHz : 0);
  }

  /** What was seen until now. */
  get seen(): Pick<CallSeen, 'invite' | 'byeAtMs' | 'refreshes' | 'path'> {
    return { invite: this.#invite, byeAtMs: this.#byeAtMs, refreshes: this.#refreshes, path: this.#pathSeen };
  }

  /** Its dialog; `null`: not answered yet, or over. */
  get session(): Session | null {
    return this.#session;
  }

  /** The audio of the page that has the call. */
  get audio(): CallAudio {
    return this.#audio;
  }

  /** Challenges of the call's requests (401 and 407). */
  get challenges(): number {
    return this.#challenges;
  }

  /** Takes the first INVITE, and answers it; `false` for any other. */
  take(request: IncomingInviteRequest, contact: string): boolean {
    if (this.#callId !== request.message.callId || this.#session !== null) return false;
    request.delegate = { onCancel: () => void request.reject({ statusCode: 487 }) };
    request.progress({ statusCode: 180, extraHeaders: [`Contact: ${contact}`] });
    void this.#answer(request, contact).catch(() => {
      this.#pathSeen = 'failed';
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

  /** Notes a response that came over the phone's socket. */
  noteAnswer({ callId, statusCode }: IncomingResponseMessage): void {
    if (callId === this.#callId && (statusCode === 401 || statusCode === 407)) this.#challenges++;
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

  /** The audio of a page that is going to take the call. The present one goes on; the server's re-INVITEs get 491. */
  beginMove(): CallAudio {
    this.#isMoving = true;
    this.#pages++;
    const audio = new CallAudio(this.#path, this.#now, firstToneHz + this.#pages * toneStepHz);
    this.#other = audio;
    return audio;
  }

  /** The new page has the call, or the old one keeps it. The other one's audio ends. */
  endMove(isMoved: boolean): void {
    this.#isMoving = false;
    const other = this.#other;
    this.#other = isMoved ? this.#audio : other;
    if (isMoved && other) this.#audio = other;
    this.#other?.close();
    this.#other = null;
  }

  /** Sends an offer within the dialog. Resolves with the final response; `null`: none until the limit. */
  reinvite(offer: string, contact: string, limit: AbortSignal): Promise<ReinviteAnswer | null> {
    const session = this.#session;
    if (!session) return Promise.resolve(null);
    return new Promise((resolve) => {
      limit.addEventListener('abort', () => resolve(null), { once: true });
      if (limit.aborted) return resolve(null);
      const refused = ({ message }: { message: IncomingResponseMessage }): void =>
        resolve({ status: message.statusCode ?? 0, sdp: '' });
      session.invite(
        {
          // Also one that comes too late: unacknowledged it would come again and again.
          onAccept: ({ message, ack }) => {
            ack();
            resolve({ status: message.statusCode ?? 0, sdp: getBody(message)?.content ?? '' });
          },
          onReject: refused,
          onRedirect: refused,
        },
        { body: sdpBody(offer), extraHeaders: [`Contact: ${contact}`] },
      );
    });
  }

  /** Hangs up, if the call still exists. */
  close(): void {
    const session = this.#session;
    this.#session = null;
    if (session && this.#byeAtMs === null) session.bye();
    this.#audio.close();
    this.#other?.close();
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
        this.#other?.close();
      },
      onInvite: (again) => void this.#answerAgain(again, contact),
    };
    this.#pathSeen = await this.#audio.path(AbortSignal.timeout(pathMs));
  }

  async #answerAgain(request: IncomingInviteRequest, contact: string): Promise<void> {
    if (this.#isMoving) return void request.reject({ statusCode: 491 });
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
