import type { Logger } from 'pino';
import {
  getBody,
  type Body,
  type IncomingInviteRequest,
  type IncomingRequestMessage,
  type IncomingResponse,
  type OutgoingInviteRequest,
  type Session,
} from 'sip.js/lib/core/index.js';
import type { LegMedia } from '../media/operator-media';
import { forgetReinvites } from './abandoned-reinvites';
import type { Binding } from './bindings';
import { digitOfInfo } from './dtmf-info';
import { ACCEPTED_BODIES } from './identity';
import { invitation, type Caller } from './invitation';
import { SessionRefresh } from './session-refresh';
import type { OperatorFailure } from './operator-failure';

export interface LegListener {
  ringing(): void;
  /** The call was taken and its audio path is up. */
  answered(): void;
  /** The last thing heard of a leg that never was answered. */
  failed(reason: OperatorFailure, sipStatus?: number): void;
  digit(digit: string): void;
  /** The tab put the call on hold, or took it back, by re-INVITE. */
  heldByOperator(held: boolean): void;
  /** The last thing heard of an answered leg: the operator hung up. */
  hungUp(): void;
}

export interface LegOptions {
  readonly realm: string;
  /** How long the tab may ring before CANCEL. */
  readonly answerTimeoutMs: number;
  /** How long the audio path may take after the 200. */
  readonly mediaTimeoutMs: number;
  /** From one session refresh to the next; 0: none. */
  readonly sessionRefreshMs: number;
}

/** How long a BYE waits for a tab that lost its WebSocket. */
const BYE_PATIENCE_MS = 60_000;

/**
 * ```
 *  preparing ─INVITE─▶ ringing ─200, ACK─▶ connecting ─audio up─▶ talking
 *      │                  │ │ │                │                    │
 *      │        4xx–6xx ──┘ │ └─ end, no answer: CANCEL ─▶ cancelling
 *      ▼                    ▼                  ▼                    ▼
 *    over                 over               over (BYE)           over (BYE either way)
 * ```
 * A 200 that crosses the CANCEL is acknowledged and hung up.
 */
type LegState = 'preparing' | 'ringing' | 'connecting' | 'talking' | 'cancelling' | 'over';

/** The call between the server and one operator's tab: INVITE out, G.711 over WebRTC. */
export class OperatorLeg {
  private state: LegState = 'preparing';
  private request: OutgoingInviteRequest | undefined;
  private session: Session | undefined;
  private timer: NodeJS.Timeout | undefined;
  private renegotiating = false;
  private refresh: SessionRefresh | undefined;
  private stopFollowing: () => void = () => undefined;
  private readonly callOver: () => void;
  private invitedAt = 0;

  constructor(
    private readonly binding: Binding,
    caller: Caller,
    private readonly options: LegOptions,
    private readonly media: LegMedia,
    private readonly listener: LegListener,
    private readonly log: Logger,
  ) {
    this.callOver = binding.agent.beginCall();
    this.invite(caller).catch((error: unknown) => this.failMedia(error));
  }

  /** CANCEL or BYE, whichever is due; the listener hears nothing more. */
  end(): void {
    if (this.state === 'over' || this.state === 'cancelling') return;
    if (this.state === 'ringing') this.cancel();
    else if (this.session) this.hangUp(this.session);
    else this.finish();
  }

  /** The audio path is up (again), or is gone and won't come back by itself. */
  pathChanged(state: 'connected' | 'failed'): void {
    if (this.state !== 'connecting') return;
    if (state === 'failed') return this.failMedia('ICE or DTLS failed');
    clearTimeout(this.timer);
    this.state = 'talking';
    this.logAfterInvite('operator audio up');
    this.refreshSession();
    this.listener.answered();
  }

  private async invite(caller: Caller): Promise<void> {
    const offer = await this.media.createOffer();
    if (this.state !== 'preparing') return;
    this.state = 'ringing';
    this.invitedAt = performance.now();
    this.timer = setTimeout(() => this.giveUp(), this.options.answerTimeoutMs);
    const message = invitation(this.binding, this.options.realm, caller, offer);
    this.request = this.binding.agent.core.invite(message, {
      onProgress: ({ message: { statusCode } }) => {
        if (this.state === 'ringing' && statusCode === 180) this.listener.ringing();
      },
      onAccept: (response) => this.accepted(response, response.session, response.ack),
      onReject: ({ message: { statusCode } }) => this.refused(statusCode),
      onRedirect: ({ message: { statusCode } }) => this.refused(statusCode),
    });
  }

  private giveUp(): void {
    this.cancel();
    this.listener.failed('no-answer');
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.state = 'cancelling';
    this.media.close();
    this.request?.cancel();
  }

  private refused(sipStatus: number | undefined): void {
    const wasRinging = this.state === 'ringing';
    this.finish();
    // 408 and 503 are the core's own words for a tab that did not react or a socket that broke.
    if (wasRinging) this.listener.failed(sipStatus === 408 || sipStatus === 503 ? 'no-answer' : 'rejected', sipStatus);
  }

  private accepted({ message }: IncomingResponse, session: Session, ack: () => void): void {
    ack();
    if (this.state !== 'ringing') {
      this.hangUp(session);
      return;
    }
    clearTimeout(this.timer);
    this.state = 'connecting';
    this.logAfterInvite('operator answered');
    this.session = session;
    this.attendTo(session);
    this.timer = setTimeout(() => this.failMedia('no audio path in time'), this.options.mediaTimeoutMs);
    this.media.acceptAnswer(getBody(message)?.content ?? '').catch((error: unknown) => this.failMedia(error));
  }

  private attendTo(session: Session): void {
    session.delegate = {
      onBye: (request) => {
        request.accept();
        const { state } = this;
        this.finish();
        if (state === 'talking') this.listener.hungUp();
        else if (state === 'connecting') this.listener.failed('rejected');
      },
      onInfo: (request) => {
        const digit = digitOfInfo(request.message);
        if (!digit)
          return void request.reject({ statusCode: 415, extraHeaders: [`Accept: ${ACCEPTED_BODIES.join(', ')}`] });
        request.accept();
        this.listener.digit(digit);
      },
      onInvite: (request) => void this.reinvited(session, request),
      onRefer: (request) => void request.reject({ statusCode: 405 }),
    };
    const { agent } = this.binding;
    agent.handleUpdates(session.id, (request) => void this.updated(request));
    this.stopFollowing = agent.onMove(() => {
      forgetReinvites(session, agent.core);
      void this.refresh?.abandoned();
    });
  }

  private refreshSession(): void {
    const { session, options } = this;
    if (!session || options.sessionRefreshMs === 0) return;
    const refresh = {
      everyMs: options.sessionRefreshMs,
      busy: () => this.renegotiating,
      gone: () => {
        session.dispose();
        this.finish();
        this.listener.hungUp();
      },
    };
    this.refresh = new SessionRefresh(session, this.binding.agent, this.media, refresh, this.log);
  }

  private failMedia(cause: unknown): void {
    if (this.state !== 'preparing' && this.state !== 'connecting') return;
    this.log.warn({ err: cause, extension: this.binding.extension }, 'operator media failed');
    this.end();
    this.listener.failed('media-failed');
  }

  /** A re-INVITE: ICE restart, hold or session refresh; one without an offer gets ours, answered in its ACK. */
  private async reinvited(session: Session, request: IncomingInviteRequest): Promise<void> {
    const extraHeaders = [`Contact: <${this.binding.agent.contact}>`];
    if (this.refresh?.underWay) return void request.reject({ statusCode: 491 });
    this.renegotiating = true;
    try {
      const offer = getBody(request.message);
      const content = offer ? await this.answerOffer(offer.content) : await this.media.createOffer();
      if (!offer && session.delegate) {
        session.delegate.onAck = async ({ message }) => {
          const answer = getBody(message);
          if (!answer) return;
          // The call may have ended meanwhile, or the answer makes no sense: it goes on as it was.
          await this.media.acceptAnswer(answer.content).catch((error: unknown) => {
            this.log.warn({ err: error }, 'answer in an ACK could not be taken');
          });
        };
      }
      if (this.state !== 'over') request.accept({ statusCode: 200, extraHeaders, body: sdpBody(content) });
    } catch (error) {
      // An offer werift can't take; the call goes on as it was (RFC 3261 §14.2).
      this.log.warn({ err: error }, 're-INVITE refused');
      if (this.state !== 'over') request.reject({ statusCode: 488 });
    } finally {
      this.renegotiating = false;
    }
  }

  /** UPDATE (RFC 3311): a session refresh, or an offer as in a re-INVITE but answered at once. */
  private async updated(request: IncomingRequestMessage): Promise<void> {
    const { core, contact } = this.binding.agent;
    const extraHeaders = [`Contact: <${contact}>`];
    const offer = getBody(request);
    if (offer && (this.renegotiating || this.refresh?.underWay))
      return void core.replyStateless(request, { statusCode: 491 });
    try {
      const body = offer && sdpBody(await this.answerOffer(offer.content));
      core.replyStateless(request, { statusCode: 200, extraHeaders, ...(body ? { body } : {}) });
    } catch (error) {
      // As for a re-INVITE.
      this.log.warn({ err: error }, 'UPDATE refused');
      core.replyStateless(request, { statusCode: 488 });
    }
  }

  private async answerOffer(offer: string): Promise<string> {
    const answer = await this.media.answerOffer(offer);
    this.listener.heldByOperator(/^a=(sendonly|inactive)\s*$/m.test(offer));
    return answer;
  }

  private hangUp(session: Session): void {
    const { agent } = this.binding;
    this.finish();
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

  private logAfterInvite(what: string): void {
    this.log.debug({ afterInviteMs: Math.round(performance.now() - this.invitedAt) }, what);
  }

  private finish(): void {
    clearTimeout(this.timer);
    this.state = 'over';
    this.refresh?.stop();
    this.stopFollowing();
    this.callOver();
    if (this.session) this.binding.agent.forgetUpdates(this.session.id);
    this.media.close();
  }
}

function sdpBody(content: string): Body {
  return { contentDisposition: 'session', contentType: 'application/sdp', content };
}
