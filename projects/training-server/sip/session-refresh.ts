import type { Logger } from 'pino';
import { SessionDialog, getBody, type Session } from 'sip.js/lib/core/index.js';
import type { LegMedia } from '../media/operator-media';
import type { OperatorAgent } from './operator-agent';

/** RFC 4028 §5: no session may expire sooner. Seconds. */
const LEAST_EXPIRES_S = 90;
/** RFC 3261 §14.1: after glare the owner of the Call-ID, which is us, tries again after 2.1 to 4 s. */
const CROSSED_MS = [2100, 4000] as const;
/** After a refresh without a response. */
const UNANSWERED_MS = 3000;
/** After the tab came over another socket: a reloaded page offers first, and glare would delay its sound. */
const MOVED_MS = 3000;

export interface SessionRefreshOptions {
  readonly everyMs: number;
  /** Whether the tab's own offer is being answered. */
  busy(): boolean;
  /** The tab does not know the call. */
  gone(): void;
}

/**
 * Refreshes a session as RFC 4028 says, by a re-INVITE with the agreed offer.
 *
 * ```
 *  resting ──due, tab there──▶ offering ──200──▶ resting
 *                                 │  ├─491, 500──▶ resting, for 2.1–4 s, or as long as Retry-After says
 *                                 │  ├─no answer, its socket gone──▶ resting, for 3 s
 *                                 │  └─481──▶ over
 * ```
 * While it rests, a tab that comes over another socket makes it rest for at least 3 s more.
 * A refresh that fails otherwise changes nothing (RFC 3261 §14.1).
 */
export class SessionRefresh {
  #timer: NodeJS.Timeout | undefined;
  #stopWaiting: () => void = () => undefined;
  #offering = false;
  /** When the rest is over, by `performance.now()`. */
  #dueAt = 0;
  #over = false;
  readonly #session: Session;
  readonly #agent: OperatorAgent;
  readonly #media: LegMedia;
  readonly #options: SessionRefreshOptions;
  readonly #log: Logger;

  constructor(session: Session, agent: OperatorAgent, media: LegMedia, options: SessionRefreshOptions, log: Logger) {
    this.#session = session;
    this.#agent = agent;
    this.#media = media;
    this.#options = options;
    this.#log = log;
    this.#rest(options.everyMs);
  }

  /** Whether our offer waits for its answer. */
  get underWay(): boolean {
    return this.#offering;
  }

  /** The tab came over another socket: a re-INVITE over the old one is lost. */
  async moved(): Promise<void> {
    if (this.#offering) return this.#settle(UNANSWERED_MS);
    if (this.#dueAt - performance.now() < MOVED_MS) this.#rest(MOVED_MS);
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#stopWaiting();
  }

  #rest(ms: number): void {
    clearTimeout(this.#timer);
    this.#stopWaiting();
    if (this.#over) return;
    this.#dueAt = performance.now() + ms;
    this.#timer = setTimeout(() => {
      this.#stopWaiting = this.#agent.whenConnected(() => void this.#refresh());
    }, ms);
  }

  async #refresh(): Promise<void> {
    if (this.#over) return;
    const session = this.#session;
    if (this.#options.busy() || (session instanceof SessionDialog && session.reinviteUserAgentServer))
      return this.#rest(UNANSWERED_MS);
    this.#offering = true;
    try {
      const content = await this.#media.createOffer();
      // The call may have ended meanwhile, or the tab has moved and may offer itself.
      if (this.#over || !this.#offering) return;
      this.#invite(content);
    } catch (error) {
      this.#log.warn({ err: error }, 'session refresh could not be offered');
      await this.#settle(this.#options.everyMs);
    }
  }

  #invite(content: string): void {
    const expires = Math.max(LEAST_EXPIRES_S, Math.round((2 * this.#options.everyMs) / 1000));
    this.#session.invite(
      {
        onAccept: ({ message, ack }) => {
          ack();
          void this.#accepted(getBody(message)?.content ?? '');
        },
        onReject: ({ message }) =>
          void this.#refused(message.statusCode ?? 0, Number.parseInt(message.getHeader('Retry-After') ?? '0')),
      },
      {
        extraHeaders: [
          `Contact: <${this.#agent.contact}>`,
          'Supported: timer',
          `Session-Expires: ${expires};refresher=uac`,
          `Min-SE: ${LEAST_EXPIRES_S}`,
        ],
        body: { contentDisposition: 'session', contentType: 'application/sdp', content },
      },
    );
  }

  async #accepted(answer: string): Promise<void> {
    try {
      await this.#media.acceptAnswer(answer);
      this.#log.debug('session refreshed');
      await this.#settle(this.#options.everyMs);
    } catch (error) {
      this.#log.warn({ err: error }, 'answer to a session refresh is invalid');
      await this.#settle(this.#options.everyMs);
    }
  }

  /** `retryAfter`: seconds; not a number if the tab sends nonsense. */
  async #refused(status: number, retryAfter: number): Promise<void> {
    this.#log.debug({ status }, 'session refresh refused');
    if (status === 481) {
      this.stop();
      return this.#options.gone();
    }
    const [least, most] = CROSSED_MS;
    if (status === 491 || status === 500) {
      const asked = Math.min((retryAfter || 0) * 1000, this.#options.everyMs);
      return this.#settle(Math.max(asked, least + Math.random() * (most - least)));
    }
    await this.#settle(status === 408 || status === 503 ? UNANSWERED_MS : this.#options.everyMs);
  }

  async #settle(restMs: number): Promise<void> {
    // The tab may offer from now on: the negotiations of the media wait for each other.
    this.#offering = false;
    this.#rest(restMs);
    // A call that has ended meanwhile has no offer to roll back.
    try {
      await this.#media.takeBackOffer();
    } catch (error) {
      this.#log.debug({ err: error }, 'session refresh: no offer to withdraw');
    }
  }
}
