import type { Logger } from 'pino';
import type { RTCPeerConnection, RtpPacket } from 'werift';
import { aLaw, muLaw, type AudioCodec } from '../../server-kit';
import { AudioPath, TELEPHONE_EVENT, type MediaAddress } from './audio-path';
import { JitterBuffer } from './jitter-buffer';
import { Line } from './line';
import { RtpStream } from './rtp-stream';
import { TelephoneEvents } from './telephone-events';

/** How long a new connection may take to come up, unless the setting says otherwise (ms). */
const USUAL_RENEWAL_MS = 8_000;

/** What the audio of one leg needs to know. */
export interface MediaSetting extends MediaAddress {
  /** How long a connection that replaces another may take to come up (ms). Default: 8 s. */
  readonly mediaTimeoutMs?: number;
}

export interface MediaListener {
  digit(digit: string): void;
  /** The audio path is up (again), or is lost and will not recover without help. */
  pathChanged(state: 'connected' | 'failed'): void;
  /** Nothing is known of the far side any more: it may come back. */
  pathLost?(): void;
}

/** The operator's audio as signalling needs it. */
export interface LegMedia {
  /** An offer with all its candidates; also for a re-INVITE without an offer. */
  createOffer(): Promise<string>;
  acceptAnswer(sdp: string): Promise<void>;
  /** Rolls an unanswered offer back: the agreement before it stays valid. */
  takeBackOffer(): Promise<void>;
  /**
   * Answers the tab's own offer: an ICE restart, a hold, a session refresh, or the first offer of a reloaded page.
   * `isDeaf`: a made-up fault, the connection for the reloaded page delivers no sound of it.
   */
  answerOffer(sdp: string, isDeaf?: boolean): Promise<string>;
  close(): void;
}

/**
 * The operator's audio: one WebRTC peer connection towards the tab, G.711 and telephone-events. A trainer's leg is the
 * same.
 *
 * A reloaded page, or another tab, offers from a peer connection of its own, with another certificate. A new path
 * answers it. The old path carries the sound both ways until the new one is up, and is then replaced in one step:
 *
 * ```
 *  connected ──offer, other endpoint──▶ renewing ──new path up──▶ connected (old one closed)
 *      ▲           │                     │ │ └─ offer, third endpoint ──▶ renewing (new one replaced)
 *      │           └─ cannot be          │ └─ offer, old endpoint ──▶ connected (new one closed)
 *      │              answered: nothing  └─ new one failed, or late: it is closed
 *      │              changes                 │                    │
 *      └────────────── old one lives ◀────────┘                    └▶ old one is dead:
 *                                                                     without a path (closed)
 *                                                                       └─ any offer ──▶ renewing
 * ```
 * While a new path comes up, what happens to the old one is not reported: a reloaded page's old path is dead. Our own
 * offers belong to the path that was agreed on last.
 *
 * The RTP stream goes on over a renewal: its sequence numbers and its timestamps continue, its SSRC is a new one.
 */
export class OperatorMedia implements LegMedia {
  /** Carries the sound. */
  #path: AudioPath;
  /** Agreed on, and replaces `#path` when it is up. */
  #successor: AudioPath | undefined;
  /** Answers an offer, and may become the successor. */
  #next: AudioPath | undefined;
  readonly #outgoing = new RtpStream();
  #incoming = new JitterBuffer();
  #events = new TelephoneEvents();
  #closed = false;
  /** Runs while there is a successor. */
  #lateRenewal: NodeJS.Timeout | undefined;
  /** Resolves when the negotiation before is over. */
  #turn: Promise<unknown> = Promise.resolve();
  /** `performance.now()` of the last audio packet; of the start or the last renewal until one came. */
  lastHeard = performance.now();
  readonly #listener: MediaListener;
  readonly #log: Logger;
  readonly #setting: MediaSetting;
  readonly #line: Line;

  constructor(listener: MediaListener, log: Logger, setting: MediaSetting, line = new Line()) {
    this.#listener = listener;
    this.#log = log;
    this.#setting = setting;
    this.#line = line;
    this.#path = this.#newPath();
  }

  /** The one that carries the sound, and the one that is to replace it. */
  protected get connections(): readonly RTCPeerConnection[] {
    return [this.#path, this.#successor].flatMap((path) => (path ? [path.connection] : []));
  }

  createOffer(): Promise<string> {
    return this.#inTurn(() => this.#agreed.createOffer());
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#inTurn(() => this.#agreed.acceptAnswer(readable(sdp)));
  }

  takeBackOffer(): Promise<void> {
    return this.#inTurn(() => this.#agreed.takeBackOffer());
  }

  answerOffer(sdp: string, isDeaf = false): Promise<string> {
    return this.#inTurn(() => this.#answer(readable(sdp), isDeaf));
  }

  /** The operator's next frame; silence if nothing came. */
  read(frame: Int16Array): void {
    this.#incoming.read(frame);
  }

  /**
   * Sends one frame, if the path is up and the tab listens.
   *
   * Nothing may be sent to a tab that put the call on hold: Chrome keeps such packets and plays them late after the
   * hold.
   */
  send(frame: Int16Array): void {
    const codec = this.#path.sendingCodec;
    if (codec) this.#path.send(this.#outgoing.packet(codec.encode(frame)));
    else this.skip();
  }

  /** Sends nothing for the time of one frame. */
  skip(): void {
    this.#outgoing.skip();
  }

  close(): void {
    this.#closed = true;
    this.#abandonSuccessor();
    this.#path.close();
    this.#next?.close();
  }

  /** The path that was agreed on last. */
  get #agreed(): AudioPath {
    return this.#successor ?? this.#path;
  }

  /** One negotiation after the other: each needs the agreement before it. */
  #inTurn<T>(negotiate: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(negotiate);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #answer(offer: string, isDeaf: boolean): Promise<string> {
    const known = [this.#agreed, this.#path].find((path) => !path.isForeign(offer));
    if (this.#closed || known) return this.#answerBy(known ?? this.#path, offer);
    const path = (this.#next = this.#newPath());
    if (isDeaf) path.deafen();
    try {
      if (!hasIceCredentials(offer)) throw new Error('no ICE credentials in the SDP');
      const answer = readable(await path.answerOffer(offer));
      if (this.#closed) throw new Error('the call ended meanwhile');
      this.#succeed(path);
      return answer;
    } catch (error) {
      // The paths before go on with their own agreements (RFC 3261 §14.1).
      path.close();
      throw error;
    } finally {
      this.#next = undefined;
    }
  }

  async #answerBy(path: AudioPath, offer: string): Promise<string> {
    const answer = await path.answerOffer(offer);
    // The old endpoint goes on after all.
    if (path === this.#path) this.#abandonSuccessor();
    return answer;
  }

  #succeed(path: AudioPath): void {
    this.#abandonSuccessor();
    this.#successor = path;
    // An operator who comes back is there, although no sound came yet.
    this.lastHeard = performance.now();
    const late = () => this.#loseSuccessor('no audio path in time');
    this.#lateRenewal = setTimeout(late, this.#setting.mediaTimeoutMs ?? USUAL_RENEWAL_MS).unref();
    this.#log.debug('operator media is being renewed');
  }

  #abandonSuccessor(): void {
    clearTimeout(this.#lateRenewal);
    this.#successor?.close();
    this.#successor = undefined;
  }

  /** The new path is up. */
  #replace(path: AudioPath): void {
    clearTimeout(this.#lateRenewal);
    this.#successor = undefined;
    this.#path.close();
    this.#path = path;
    // The page's new stream has nothing in common with the one before.
    this.#incoming = new JitterBuffer();
    this.#events = new TelephoneEvents();
    this.lastHeard = performance.now();
    this.#log.debug('operator media renewed');
  }

  /** The old path goes on if it lives. Otherwise the call has no path until the next offer, and no connection is left. */
  #loseSuccessor(cause: string): void {
    const isDead = this.#path.isDead;
    this.#log.warn({ cause, isDead }, 'renewed operator media failed');
    this.#abandonSuccessor();
    if (!isDead) return;
    this.#path.close();
    this.#listener.pathChanged('failed');
  }

  #newPath(): AudioPath {
    const ifCurrent = (then: () => void): void => {
      if (path === this.#path) then();
    };
    const path: AudioPath = new AudioPath(
      this.#setting,
      this.#line,
      {
        packet: (packet) => ifCurrent(() => this.#receive(packet)),
        changed: (state) => this.#pathChanged(path, state),
        lost: () =>
          ifCurrent(() => {
            if (!this.#successor) this.#listener.pathLost?.();
          }),
      },
      this.#log,
    );
    return path;
  }

  #pathChanged(path: AudioPath, state: 'connected' | 'failed'): void {
    if (path === this.#successor) {
      if (state === 'failed') return this.#loseSuccessor('ICE or DTLS failed');
      this.#replace(path);
    } else if (path !== this.#path || this.#successor) return;
    this.#listener.pathChanged(state);
  }

  #receive(packet: RtpPacket): void {
    const { payloadType, timestamp } = packet.header;
    if (payloadType === TELEPHONE_EVENT) {
      const digit = this.#events.read(timestamp, packet.payload);
      if (digit) this.#listener.digit(digit);
      return;
    }
    const codec = CODECS.get(payloadType);
    if (!codec) return;
    this.lastHeard = performance.now();
    this.#incoming.write(timestamp, codec.decode(packet.payload));
  }
}

const CODECS = new Map<number, AudioCodec>([
  [0, muLaw],
  [8, aLaw],
]);

/** werift takes an offer without them as valid, and never finds a path. */
function hasIceCredentials(sdp: string): boolean {
  return /^a=ice-ufrag:\S/m.test(sdp) && /^a=ice-pwd:\S/m.test(sdp);
}

/**
 * Changes the SDP so that werift can use it. werift takes an empty description as valid, and finds no path if a
 * candidate's `generation` (Chrome's own count of restarts) differs from werift's count: only the tab counts a restart
 * that was refused.
 */
function readable(sdp: string): string {
  if (!/^m=audio [1-9]/m.test(sdp)) throw new Error('no audio in the SDP');
  return sdp.replace(/^(a=candidate:.*?) generation \d+/gm, '$1');
}
