import { endsDialog, mayComeBack } from '../signalling/dialog-over';
import { isGlare } from '../signalling/glare';
import { isUsableCandidate } from './ice-gathering';
import { callConfirmed, type JsSipSession } from '../signalling/jssip-module';
import type { RestartOutcome } from './next-recovery';

/** How many offers in a row may find the other side absent: about a minute, as long as a call waits for its page. */
export const absences = 20;

interface FinalAnswer {
  /** The status code; 0: no answer. */
  readonly status: number;
  readonly body: string;
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

  /** The session has another connection. */
  renew(): void {
    this.#isAgreed = false;
    this.#prepared = null;
  }

  async restart(): Promise<RestartOutcome> {
    const { connection } = this.#session;
    if (!this.#mayOffer) return this.#session.isEnded() ? 'gone' : 'crossed';
    // The connection may close at any step, and the browser may not accept the answer.
    try {
      await this.prepare();
      // The other side's offer came meanwhile, and the browser rolled back ours.
      if (connection.signalingState !== 'have-local-offer') return 'crossed';
      if (!this.#mayOffer) return await this.#takeBack('crossed');
      const { status, body } = await this.#sendReInvite(connection.localDescription?.sdp ?? '');
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
    return new Promise((resolve) => {
      const answered = (status: number, body = ''): void => {
        this.#asking = false;
        resolve({ status, body });
      };
      const refused = ({ status_code }: { status_code: number }): void => answered(status_code);
      session.sendRequest('INVITE', {
        extraHeaders: [`Contact: ${session.contact}`, 'Content-Type: application/sdp'],
        body: sdp,
        eventHandlers: {
          onSuccessResponse: ({ status_code, body }) => {
            session.sendRequest('ACK');
            answered(status_code, body);
          },
          onErrorResponse: refused,
          onDialogError: refused,
          onTransportError: () => answered(0),
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
