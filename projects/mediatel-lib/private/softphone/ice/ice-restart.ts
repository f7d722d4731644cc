import { endsDialog, mayComeBack } from '../signalling/dialog-over';
import { isGlare } from '../signalling/glare';
import { retryAfter } from '../signalling/retry-after';
import { isUsableCandidate } from './ice-gathering';
import { acknowledge, ownInviteSequence, sendInDialog, type InDialogResponse } from '../jssip/jssip-inside';
import { callConfirmed, type JsSipSession } from '../jssip/jssip-module';
import type { RestartOutcome } from './next-recovery';

/** How many offers in a row may find the other side absent: about a minute, as long as a call waits for its page. */
export const absences = 20;

/** Longest pause that a server can ask for (ms): the customer hears nothing meanwhile. */
export const longestOfferWait = 60_000;

/** Of so many offers the answers may be lost in a row, and their ACKs still be sent. */
const mostUnacked = 4;

interface FinalAnswer {
  /** The status code; 0: no answer. */
  readonly status: number;
  readonly body: string;
  /** How long the server asks to wait (ms). */
  readonly wait: number;
}

/**
 * Restarts ICE by a re-INVITE of our own. JsSIP's `renegotiate()` ends the call if it is refused, and can't tell a
 * refusal from glare.
 */
export class IceRestart {
  #asking = false;
  /** Whether both sides have agreed on this page's connection. A resumed call's page must offer first. */
  #isAgreed: boolean;
  #prepared: Promise<void> | null = null;
  /** How many offers in a row found the other side absent. */
  #absent = 0;
  #wait = 0;
  #unacked: readonly number[] = [];
  readonly #session: JsSipSession;
  readonly #hasSound: () => boolean;
  /** How long to wait for a candidate (ms). */
  readonly #gatheringTimeout: number;

  /** `hasSound`: whether the call has had its sound on this page, as far as is known. */
  constructor(session: JsSipSession, gatheringTimeout: number, isAgreed = true, hasSound = (): boolean => isAgreed) {
    this.#session = session;
    this.#isAgreed = isAgreed;
    this.#hasSound = hasSound;
    this.#gatheringTimeout = gatheringTimeout;
    // JsSIP answers an offer that crosses ours with 491, but then applies it anyway.
    const refuseCrossing = ({ reject }: { readonly reject: (options: { status_code: number }) => void }): void => {
      if (this.#asking || !this.#isAgreed) reject({ status_code: 491 });
    };
    session.on('reinvite', refuseCrossing);
    // An UPDATE without an offer only refreshes the session.
    session.on('update', (update) => {
      if (update.request.body) refuseCrossing(update);
    });
  }

  /** How long the server asked to wait in its last answer (ms); 0 if it did not. */
  get wait(): number {
    return this.#wait;
  }

  /** The CSeqs of offers whose answers have not come. */
  get unacked(): readonly number[] {
    const last = this.#asking ? ownInviteSequence(this.#session) : null;
    return last === null ? this.#unacked : [...this.#unacked, last].slice(-mostUnacked);
  }

  /** Offers of an earlier page, whose answers it has not got. */
  owe(unacked: readonly number[]): void {
    this.#unacked = unacked;
  }

  /** The session has another connection. */
  renew(): void {
    this.#isAgreed = false;
    this.#prepared = null;
  }

  async restart(): Promise<RestartOutcome> {
    const { connection } = this.#session;
    this.#wait = 0;
    if (!this.#mayOffer) return this.#session.isEnded() ? 'gone' : 'crossed';
    // The connection may close at any step, and the browser may not accept the answer.
    try {
      await this.prepare();
      // The other side's offer came meanwhile, and the browser rolled back ours.
      if (connection.signalingState !== 'have-local-offer') return 'crossed';
      if (!this.#mayOffer) return await this.#takeBack('crossed');
      const { status, body, wait } = await this.#sendReInvite(connection.localDescription?.sdp ?? '');
      this.#wait = wait;
      if (status < 200 || status >= 300) return await this.#takeBack(this.#outcomeOf(status));
      await connection.setRemoteDescription({ type: 'answer', sdp: body });
      this.#isAgreed = true;
      return 'agreed';
    } catch {
      return await this.#takeBack('refused');
    }
  }

  /**
   * Makes the offer and waits for its first candidate, and for `ready`. An offer that nobody has seen yet is used again.
   */
  async prepare(ready?: Promise<void>): Promise<void> {
    if (this.#isAgreed) return this.#offer();
    this.#prepared ??= this.#offer().then(() => ready);
    await this.#prepared;
  }

  async #offer(): Promise<void> {
    const { connection } = this.#session;
    const candidate = firstUsableCandidate(connection, this.#gatheringTimeout);
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: true }));
    await candidate;
  }

  get #mayOffer(): boolean {
    return this.#session.status === callConfirmed && this.#session.isReadyToReOffer();
  }

  #sendReInvite(sdp: string): Promise<FinalAnswer> {
    const session = this.#session;
    this.#asking = true;
    // A 200 may have been lost with its socket. The other side would take no further offer, and hang up after 32 s.
    for (const sequence of this.#unacked) acknowledge(session, sequence);
    return new Promise((resolve) => {
      const answered = (status: number, body = '', wait = 0): void => {
        if (status >= 200 && status < 300) this.#unacked = [];
        this.#asking = false;
        resolve({ status, body, wait });
      };
      const refused = (response: InDialogResponse): void =>
        answered(response.status_code, '', retryAfter(response, longestOfferWait));
      sendInDialog(session, 'INVITE', {
        extraHeaders: [`Contact: ${session.contact}`, 'Content-Type: application/sdp'],
        body: sdp,
        eventHandlers: {
          onSuccessResponse: ({ status_code, body }) => {
            sendInDialog(session, 'ACK');
            answered(status_code, body);
          },
          onErrorResponse: refused,
          onDialogError: refused,
          onTransportError: () => {
            // The socket closed before the answer came.
            this.#unacked = this.unacked;
            answered(0);
          },
          // Nobody took it: a 200 would have come again and again.
          onRequestTimeout: () => answered(0),
        },
      });
    });
  }

  #outcomeOf(status: number): RestartOutcome {
    this.#absent = mayComeBack(status) ? this.#absent + 1 : 0;
    if (status === 0 || status === 408) return 'unsent';
    // Sound on this page tells more than the answer of a server on the way.
    const isOver = !this.#hasSound() && (endsDialog(status) || this.#absent >= absences);
    if (status === 481 || isOver) return 'gone';
    return isGlare(status) ? 'crossed' : 'refused';
  }

  /** Rolls back to the last agreement of both sides. */
  async #takeBack(outcome: RestartOutcome): Promise<RestartOutcome> {
    const { connection } = this.#session;
    this.#prepared = null;
    if (connection.signalingState === 'have-local-offer')
      await connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
    return outcome;
  }
}

/** Resolves with the first usable candidate, with the end of gathering, or with the time-out. */
function firstUsableCandidate(connection: RTCPeerConnection, timeout: number): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const done = (): void => {
      clearTimeout(timer);
      listening.abort();
      resolve();
    };
    const timer = setTimeout(done, timeout);
    const { signal } = listening;
    // A candidate for the old credentials may come late, but only before the new ones are set.
    connection.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (!candidate || isUsableCandidate(candidate.candidate)) done();
      },
      { signal },
    );
  });
}
