import type { Logger } from 'pino';
import {
  getBody,
  type Body,
  type IncomingInviteRequest,
  type IncomingRequestMessage,
  type OutgoingInviteRequest,
  type Session,
} from 'sip.js/lib/core/index.js';
import { isFromOtherEndpoint } from '../media/fingerprints';
import type { LegMedia } from '../media/operator-media';
import { forgetReinvites } from './abandoned-reinvites';
import type { Binding } from './bindings';
import { digitOfInfo } from './dtmf-info';
import { ACCEPTED_BODIES } from './identity';
import { invitation, type Caller } from './invitation';
import type { ResumptionFaults } from './resumption-faults';
import { SessionRefresh } from './session-refresh';
import { nextLegState, type LegEffect, type LegEvent, type LegReport, type LegState } from './next-leg-state';
import type { OperatorFailure } from './operator-failure';

/** What the owner of a leg is informed of. */
export interface LegListener {
  ringing(): void;
  /** The call was answered and its audio path is up. */
  answered(): void;
  /** The last event of a leg that was never answered. */
  failed(reason: OperatorFailure, sipStatus?: number): void;
  digit(digit: string): void;
  /** The tab put the call on hold, or retrieved it, by re-INVITE. */
  heldByOperator(held: boolean): void;
  /** The last event of an answered leg: the operator hung up. */
  hungUp(): void;
}

export interface LegOptions {
  readonly realm: string;
  /** How long the tab may ring before CANCEL. */
  readonly answerTimeoutMs: number;
  /** How long the audio path may take after the 200. */
  readonly mediaTimeoutMs: number;
  /** Milliseconds between the session refreshes; 0: no refresh. */
  readonly sessionRefreshMs: number;
  /** Made-up faults of resumed calls. */
  readonly faults?: Pick<ResumptionFaults, 'meet'>;
}

/** How long a BYE waits for a tab that lost its WebSocket. */
const BYE_PATIENCE_MS = 60_000;

/** The call between the server and one operator's tab: INVITE out, G.711 over WebRTC. */
export class OperatorLeg {
  #state: LegState = 'preparing';
  #request: OutgoingInviteRequest | undefined;
  #session: Session | undefined;
  #timer: NodeJS.Timeout | undefined;
  #renegotiating = false;
  /** The tab's last description that was agreed on. */
  #agreed = '';
  /** Whether a made-up fault loses the tab's sound after the next offer. */
  #nextIsDeaf = false;
  #refresh: SessionRefresh | undefined;
  #stopFollowing: () => void = () => undefined;
  readonly #callOver: () => void;
  #invitedAt = 0;
  readonly #binding: Binding;
  readonly #caller: Caller;
  readonly #options: LegOptions;
  readonly #media: LegMedia;
  readonly #listener: LegListener;
  readonly #log: Logger;

  constructor(
    binding: Binding,
    caller: Caller,
    options: LegOptions,
    media: LegMedia,
    listener: LegListener,
    log: Logger,
  ) {
    this.#binding = binding;
    this.#caller = caller;
    this.#options = options;
    this.#media = media;
    this.#listener = listener;
    this.#log = log;
    this.#callOver = binding.agent.beginCall();
    media
      .createOffer()
      .then((offer) => this.#enter({ type: 'offered', offer }))
      .catch((cause: unknown) => this.#enter({ type: 'mediaFailed', cause }));
  }

  /** Sends CANCEL or BYE, whichever is due. The listener gets no more events. */
  end(): void {
    this.#enter({ type: 'end' });
  }

  /** The audio path is up (again), or is lost and will not recover without help. */
  pathChanged(state: 'connected' | 'failed'): void {
    this.#enter({ type: state === 'connected' ? 'pathUp' : 'pathFailed' });
  }

  /** `session`: the session that the event belongs to. */
  #enter(event: LegEvent, session = this.#session): void {
    const { state, effects } = nextLegState(this.#state, event);
    if (state !== this.#state) clearTimeout(this.#timer);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect, session);
  }

  #carryOut(effect: LegEffect, session: Session | undefined): void {
    switch (effect.type) {
      case 'invite':
        return this.#invite(effect.offer);
      case 'cancel':
        this.#media.close();
        return this.#request?.cancel();
      case 'connect':
        return session && this.#connect(session, effect.answer);
      case 'refresh':
        this.#logAfterInvite('operator audio connected');
        return this.#refreshSession();
      case 'release':
        return this.#release();
      case 'bye':
        return session && this.#sendBye(session);
      case 'report':
        return this.#report(effect.report);
      case 'warn':
        return this.#log.warn({ err: effect.cause, extension: this.#binding.extension }, 'operator media failed');
    }
  }

  #report(report: LegReport): void {
    if (report.type === 'failed') this.#listener.failed(report.reason, report.sipStatus);
    else this.#listener[report.type]();
  }

  #invite(offer: string): void {
    const binding = this.#binding;
    const options = this.#options;
    this.#invitedAt = performance.now();
    this.#timer = setTimeout(() => this.#enter({ type: 'answerTimeout' }), options.answerTimeoutMs);
    this.#request = binding.agent.core.invite(invitation(binding, options.realm, this.#caller, offer), {
      onProgress: ({ message: { statusCode } }) => {
        if (statusCode === 180) this.#enter({ type: 'rings' });
      },
      onAccept: ({ message, session, ack }) => {
        ack();
        this.#enter({ type: 'accepted', answer: getBody(message)?.content ?? '' }, session);
      },
      onReject: ({ message: { statusCode } }) => this.#enter({ type: 'rejected', sipStatus: statusCode }),
      onRedirect: ({ message: { statusCode } }) => this.#enter({ type: 'rejected', sipStatus: statusCode }),
    });
  }

  #connect(session: Session, answer: string): void {
    this.#logAfterInvite('operator answered');
    this.#session = session;
    this.#agreed = answer;
    this.#attendTo(session);
    const late = { type: 'mediaFailed', cause: 'no audio path in time' } as const;
    this.#timer = setTimeout(() => this.#enter(late), this.#options.mediaTimeoutMs);
    this.#media.acceptAnswer(answer).catch((cause: unknown) => this.#enter({ type: 'mediaFailed', cause }));
  }

  #attendTo(session: Session): void {
    session.delegate = {
      onBye: (request) => {
        request.accept();
        this.#enter({ type: 'bye' });
      },
      onInfo: (request) => {
        const digit = digitOfInfo(request.message);
        if (!digit)
          return void request.reject({ statusCode: 415, extraHeaders: [`Accept: ${ACCEPTED_BODIES.join(', ')}`] });
        request.accept();
        this.#listener.digit(digit);
      },
      onInvite: (request) => void this.#reinvited(session, request),
      onRefer: (request) => void request.reject({ statusCode: 405 }),
    };
    const { agent } = this.#binding;
    agent.handleUpdates(session.id, (request) => void this.#updated(request));
    agent.filterInvites(session.id, (request) => this.#passes(request));
    this.#stopFollowing = agent.onMove(() => {
      forgetReinvites(session, agent.core);
      void this.#refresh?.moved();
    });
  }

  #refreshSession(): void {
    const session = this.#session;
    const options = this.#options;
    if (!session || options.sessionRefreshMs === 0) return;
    const refresh = {
      everyMs: options.sessionRefreshMs,
      busy: () => this.#renegotiating,
      gone: () => {
        session.dispose();
        this.#enter({ type: 'unknownToTab' });
      },
    };
    this.#refresh = new SessionRefresh(session, this.#binding.agent, this.#media, refresh, this.#log);
  }

  /** Whether a re-INVITE is handled; otherwise a made-up fault has taken it. */
  #passes(request: IncomingRequestMessage): boolean {
    const { extension, sipLogin, agent } = this.#binding;
    this.#nextIsDeaf = false;
    const offer = getBody(request)?.content;
    const { faults } = this.#options;
    if (!faults || !offer || !isFromOtherEndpoint(offer, this.#agreed)) return true;
    const verdict = faults.meet(extension, sipLogin, request);
    if (verdict.type === 'answer') this.#nextIsDeaf = verdict.isDeaf;
    else this.#log.info({ verdict }, 'made-up fault of a resumed call');
    if (verdict.type === 'refuse') agent.core.replyStateless(request, verdict);
    return verdict.type === 'answer';
  }

  /**
   * A re-INVITE: ICE restart, hold, session refresh, or a reloaded page. One without an offer gets ours, and its ACK contains the answer.
   */
  async #reinvited(session: Session, request: IncomingInviteRequest): Promise<void> {
    const extraHeaders = [`Contact: <${this.#binding.agent.contact}>`];
    if (this.#refresh?.underWay) return void request.reject({ statusCode: 491 });
    this.#renegotiating = true;
    try {
      const offer = getBody(request.message);
      const content = offer ? await this.#answerOffer(offer.content) : await this.#media.createOffer();
      if (!offer && session.delegate) {
        session.delegate.onAck = async ({ message }) => {
          const answer = getBody(message);
          if (!answer) return;
          // The call may have ended meanwhile, or the answer is invalid: the call goes on unchanged.
          await this.#media.acceptAnswer(answer.content).catch((error: unknown) => {
            this.#log.warn({ err: error }, 'answer in an ACK could not be applied');
          });
        };
      }
      if (this.#state === 'over') request.reject({ statusCode: 487 });
      else request.accept({ statusCode: 200, extraHeaders, body: sdpBody(content) });
    } catch (error) {
      // werift can't use the offer: the call goes on unchanged (RFC 3261 §14.2).
      this.#log.warn({ err: error }, 're-INVITE refused');
      // A call that ended meanwhile: RFC 3261 §15.1.2.
      request.reject({ statusCode: this.#state === 'over' ? 487 : 488 });
    } finally {
      this.#renegotiating = false;
    }
  }

  /** UPDATE (RFC 3311): a session refresh, or an offer as in a re-INVITE, answered at once. */
  async #updated(request: IncomingRequestMessage): Promise<void> {
    const { core, contact } = this.#binding.agent;
    const extraHeaders = [`Contact: <${contact}>`];
    const offer = getBody(request);
    if (offer && (this.#renegotiating || this.#refresh?.underWay))
      return void core.replyStateless(request, { statusCode: 491 });
    try {
      const body = offer && sdpBody(await this.#answerOffer(offer.content));
      core.replyStateless(request, { statusCode: 200, extraHeaders, ...(body ? { body } : {}) });
    } catch (error) {
      // As for a re-INVITE.
      this.#log.warn({ err: error }, 'UPDATE refused');
      core.replyStateless(request, { statusCode: 488 });
    }
  }

  async #answerOffer(offer: string): Promise<string> {
    const isDeaf = this.#nextIsDeaf;
    this.#nextIsDeaf = false;
    const answer = await this.#media.answerOffer(offer, isDeaf);
    this.#agreed = offer;
    this.#listener.heldByOperator(/^a=(sendonly|inactive)\s*$/m.test(offer));
    return answer;
  }

  #sendBye(session: Session): void {
    const { agent } = this.#binding;
    const giveUp = setTimeout(() => {
      stopWaiting();
      session.dispose();
    }, BYE_PATIENCE_MS);
    giveUp.unref();
    const stopWaiting = agent.whenConnected(() => {
      clearTimeout(giveUp);
      session.bye();
    });
  }

  #logAfterInvite(what: string): void {
    this.#log.debug({ afterInviteMs: Math.round(performance.now() - this.#invitedAt) }, what);
  }

  #release(): void {
    this.#refresh?.stop();
    this.#stopFollowing();
    this.#callOver();
    if (this.#session) this.#binding.agent.forgetUpdates(this.#session.id);
    if (this.#session) this.#binding.agent.forgetInvites(this.#session.id);
    this.#media.close();
  }
}

function sdpBody(content: string): Body {
  return { contentDisposition: 'session', contentType: 'application/sdp', content };
}
