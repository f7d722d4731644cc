import type { Logger } from 'pino';
import {
  MediaStream,
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  usePCMA,
  usePCMU,
  type RTCIceTransport,
  type RTCRtpTransceiver,
  type RtpPacket,
} from 'werift';
import { aLaw, muLaw, type AudioCodec } from './g711';
import { JitterBuffer } from './jitter-buffer';
import { Line } from './line';
import { RtpStream } from './rtp-stream';
import { TelephoneEvents } from './telephone-events';

const TELEPHONE_EVENT = 101;

export interface MediaAddress {
  /** Offered as the only ICE host candidate, e.g. `127.0.0.1`. Without it all interfaces but loopback are offered. */
  readonly iceAddress?: string;
  /** Range of UDP ports, for hosts behind a firewall. */
  readonly icePorts?: readonly [number, number];
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
  /** Answers the tab's own offer: an ICE restart, a hold, a session refresh. */
  answerOffer(sdp: string): Promise<string>;
  close(): void;
}

/**
 * The operator's audio: one WebRTC peer connection towards the tab, G.711 and telephone-events. A trainer's leg is the
 * same.
 */
export class OperatorMedia implements LegMedia {
  protected readonly connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #outgoing = new RtpStream();
  readonly #incoming = new JitterBuffer();
  readonly #events = new TelephoneEvents();
  #closed = false;
  /** `performance.now()` of the last audio packet; of the start until one came. */
  lastHeard = performance.now();
  readonly #listener: MediaListener;
  readonly #log: Logger;

  constructor(listener: MediaListener, log: Logger, { iceAddress, icePorts }: MediaAddress, line = new Line()) {
    this.#listener = listener;
    this.#log = log;
    const telephoneEvent = new RTCRtpCodecParameters({
      mimeType: 'audio/telephone-event',
      clockRate: 8000,
      channels: 1,
      payloadType: TELEPHONE_EVENT,
      parameters: '0-15',
    });
    this.connection = new RTCPeerConnection({
      codecs: { audio: [usePCMU(), usePCMA(), telephoneEvent] },
      headerExtensions: { audio: [] },
      iceServers: [],
      iceUseIpv6: false,
      iceUseTcp: false,
      bundlePolicy: 'max-bundle',
      ...(icePorts ? { icePortRange: [icePorts[0], icePorts[1]] } : {}),
      // werift adds the given address to those of the interfaces, unless it is set to use no address family.
      ...(iceAddress ? { iceAdditionalHostAddresses: [iceAddress], iceUseIpv4: false } : {}),
    });
    // The stream is named so that the tab's `track` event has one.
    this.#transceiver = this.connection.addTransceiver(this.#track, {
      direction: 'sendrecv',
      streams: [new MediaStream([this.#track])],
    });
    degradable(this.#transceiver.sender.dtlsTransport.iceTransport.connection, line);
    this.connection.onTrack.subscribe((track) => track.onReceiveRtp.subscribe((packet) => this.#receive(packet)));
    this.connection.connectionStateChange.subscribe((state) => {
      this.#log.debug({ state }, 'operator media');
      if (!this.#closed && (state === 'connected' || state === 'failed')) this.#listener.pathChanged(state);
      if (!this.#closed && (state === 'disconnected' || state === 'closed')) this.#listener.pathLost?.();
    });
  }

  async createOffer(): Promise<string> {
    const { connection } = this;
    const roles = connection.iceTransports.map(({ connection: ice }) => ({ ice, controlling: ice.iceControlling }));
    const first = !connection.remoteDescription;
    await connection.setLocalDescription(await connection.createOffer());
    // Without a restart the roles stay (RFC 8445 §6.1.1). During the connectivity checks werift takes the tab's role at
    // any offer.
    if (!first) for (const { ice, controlling } of roles) ice.iceControlling = controlling;
    return this.#localSdp();
  }

  async acceptAnswer(sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type: 'answer', sdp: readable(sdp) });
  }

  async takeBackOffer(): Promise<void> {
    if (!this.#closed && this.connection.signalingState === 'have-local-offer')
      await this.connection.setLocalDescription({ type: 'rollback' });
  }

  async answerOffer(sdp: string): Promise<string> {
    const { connection } = this;
    const known = connection.iceTransports.map((ice) => ice.connection.remoteUsername);
    await connection.setRemoteDescription({ type: 'offer', sdp: readable(sdp) });
    await connection.setLocalDescription(await connection.createAnswer());
    this.#startChecks(connection.iceTransports.filter((ice, index) => ice.connection.remoteUsername !== known[index]));
    return this.#localSdp();
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
    const { sender, currentDirection } = this.#transceiver;
    if (this.#closed || this.connection.connectionState !== 'connected') return;
    if (currentDirection !== 'sendrecv' && currentDirection !== 'sendonly') return this.skip();
    const codec = sender.codec?.name.toUpperCase() === 'PCMA' ? aLaw : muLaw;
    const packet = this.#outgoing.packet(codec.encode(frame));
    sender.sendRtp(packet).catch((error: unknown) => this.#log.debug({ err: error }, 'RTP packet not sent'));
  }

  /** Sends nothing for the time of one frame. */
  skip(): void {
    this.#outgoing.skip();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { dtls } of this.connection.dtlsTransports) if (dtls) giveUp(dtls.dtls);
    this.connection
      .close()
      .catch((error: unknown) => this.#log.debug({ err: error }, 'operator media could not be closed'));
  }

  /** After an ICE restart. werift itself starts the checks only if DTLS is not up yet. */
  #startChecks(restarted: readonly RTCIceTransport[]): void {
    for (const ice of restarted) {
      // If this fails, the tab restarts again.
      ice.start().catch((error: unknown) => this.#log.debug({ err: error }, 'ICE restart found no path'));
    }
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

  #localSdp(): string {
    const description = this.connection.localDescription;
    if (!description) throw new Error('no local description');
    return description.sdp;
  }
}

const CODECS = new Map<number, AudioCodec>([
  [0, muLaw],
  [8, aLaw],
]);

/** Ends a running or planned handshake: werift repeats each step for half a minute, even after closing. */
function giveUp(handshake: { flight: number }): void {
  // Beyond every step, whatever werift sets next.
  Object.defineProperty(handshake, 'flight', { get: () => Infinity, set: () => undefined });
}

/**
 * Sound and its reports go over the line. The packets that open the path and keep it open do not (RFC 7983, 7: the
 * first byte distinguishes them).
 */
function degradable(path: { send: (data: Buffer) => Promise<void> }, line: Line): void {
  const send = path.send.bind(path);
  path.send = (data) => {
    const [first = 0] = data;
    if (first < 128 || first > 191) return send(data);
    // The path may be closed before a late packet is sent; then it counts as lost.
    line.carry(() => void send(data).catch(() => undefined));
    return Promise.resolve();
  };
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
