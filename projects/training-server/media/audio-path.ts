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
import { aLaw, muLaw, type AudioCodec } from '../../server-kit';
import { isFromOtherEndpoint } from './fingerprints';
import type { Line } from './line';

/** The payload type of telephone-events (RFC 4733). */
export const TELEPHONE_EVENT = 101;

/** Where audio is received. */
export interface MediaAddress {
  /** Offered as the only ICE host candidate, e.g. `127.0.0.1`. Without it all interfaces but loopback are offered. */
  readonly iceAddress?: string;
  /** Range of UDP ports, for hosts behind a firewall. */
  readonly icePorts?: readonly [number, number];
}

/** What the owner of a path is informed of, until the path is closed. */
export interface PathListener {
  packet(packet: RtpPacket): void;
  /** The path is up (again), or is lost and will not recover without help. */
  changed(state: 'connected' | 'failed'): void;
  /** Nothing is known of the far side any more: it may come back. */
  lost(): void;
}

/** One WebRTC peer connection towards a tab: G.711 and telephone-events. */
export class AudioPath {
  readonly connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  #isClosed = false;
  /** The last description of the tab that was agreed on. */
  #agreed = '';
  readonly #log: Logger;

  constructor({ iceAddress, icePorts }: MediaAddress, line: Line, listener: PathListener, log: Logger) {
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
    const track = new MediaStreamTrack({ kind: 'audio' });
    // The stream is named so that the tab's `track` event has one.
    this.#transceiver = this.connection.addTransceiver(track, {
      direction: 'sendrecv',
      streams: [new MediaStream([track])],
    });
    degradable(this.#transceiver.sender.dtlsTransport.iceTransport.connection, line);
    this.connection.onTrack.subscribe((received) =>
      received.onReceiveRtp.subscribe((packet) => {
        if (!this.#isClosed) listener.packet(packet);
      }),
    );
    this.connection.connectionStateChange.subscribe((state) => {
      this.#log.debug({ state }, 'operator media');
      if (this.#isClosed) return;
      if (state === 'connected' || state === 'failed') listener.changed(state);
      if (state === 'disconnected' || state === 'closed') listener.lost();
    });
  }

  /** Whether nothing can come over this path any more without a new agreement. */
  get isDead(): boolean {
    const { connectionState, dtlsTransports } = this.connection;
    // werift does not count the far side's farewell (close_notify) as the end of the connection.
    return (
      this.#isClosed ||
      ['failed', 'closed'].includes(connectionState) ||
      dtlsTransports.some(({ state }) => state === 'closed' || state === 'failed')
    );
  }

  /** How to encode what is sent; `undefined` while the path is not up or the tab does not listen. */
  get sendingCodec(): AudioCodec | undefined {
    const { sender, currentDirection } = this.#transceiver;
    if (this.#isClosed || this.connection.connectionState !== 'connected') return undefined;
    if (currentDirection !== 'sendrecv' && currentDirection !== 'sendonly') return undefined;
    return sender.codec?.name.toUpperCase() === 'PCMA' ? aLaw : muLaw;
  }

  /** Whether this connection cannot serve an offer: it is closed, or the offer comes from another DTLS endpoint. */
  isForeign(offer: string): boolean {
    return this.#isClosed || isFromOtherEndpoint(offer, this.#agreed);
  }

  async createOffer(): Promise<string> {
    const { connection } = this;
    if (this.#isClosed) throw new Error('no audio path');
    const roles = connection.iceTransports.map(({ connection: ice }) => ({ ice, controlling: ice.iceControlling }));
    const first = !connection.remoteDescription;
    await connection.setLocalDescription(await connection.createOffer());
    // Without a restart the roles stay (RFC 8445 §6.1.1). During the connectivity checks werift takes the tab's role at
    // any offer.
    if (!first) for (const { ice, controlling } of roles) ice.iceControlling = controlling;
    return this.#localSdp();
  }

  async acceptAnswer(sdp: string): Promise<void> {
    if (isFromOtherEndpoint(sdp, this.#agreed)) {
      await this.takeBackOffer();
      throw new Error('the answer comes from another endpoint');
    }
    await this.connection.setRemoteDescription({ type: 'answer', sdp });
    this.#agreed = sdp;
  }

  async takeBackOffer(): Promise<void> {
    if (!this.#isClosed && this.connection.signalingState === 'have-local-offer')
      await this.connection.setLocalDescription({ type: 'rollback' });
  }

  async answerOffer(sdp: string): Promise<string> {
    const { connection } = this;
    const known = connection.iceTransports.map((ice) => ice.connection.remoteUsername);
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    this.#startChecks(connection.iceTransports.filter((ice, index) => ice.connection.remoteUsername !== known[index]));
    this.#agreed = sdp;
    return this.#localSdp();
  }

  send(packet: RtpPacket): void {
    this.#transceiver.sender
      .sendRtp(packet)
      .catch((error: unknown) => this.#log.debug({ err: error }, 'RTP packet not sent'));
  }

  /** Drops all sound and reports that come from the tab: a made-up fault. */
  deafen(): void {
    const { onData } = this.#transceiver.sender.dtlsTransport.iceTransport.connection;
    const deliver = onData.execute;
    onData.execute = (data) => {
      if (!isMedia(data)) deliver(data);
    };
  }

  /** The listener gets no more events. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
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

  #localSdp(): string {
    const description = this.connection.localDescription;
    if (!description) throw new Error('no local description');
    return description.sdp;
  }
}

/** Ends a running or planned handshake: werift repeats each step for half a minute, even after closing. */
function giveUp(handshake: { flight: number }): void {
  // Beyond every step, whatever werift sets next.
  Object.defineProperty(handshake, 'flight', { get: () => Infinity, set: () => undefined });
}

/** Whether a packet is sound or its report: RTP or RTCP. The first byte distinguishes it (RFC 7983, 7). */
function isMedia([first = 0]: Buffer): boolean {
  return first >= 128 && first <= 191;
}

/** Sound and its reports go over the line. The packets that open the path and keep it open do not. */
function degradable(path: { send: (data: Buffer) => Promise<void> }, line: Line): void {
  const send = path.send.bind(path);
  path.send = (data) => {
    if (!isMedia(data)) return send(data);
    // The path may be closed before a late packet is sent; then it counts as lost.
    line.carry(() => void send(data).catch(() => undefined));
    return Promise.resolve();
  };
}
