import {
  MediaStreamTrack,
  RTCCertificate,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
  createSelfSignedCertificate,
  usePCMA,
  usePCMU,
} from 'werift';
import { aLaw, muLaw } from '../../server-kit';
import { Hearing } from './hearing';
import type { CallSeen } from './observations';
import { sendFlightsWhole } from './whole-flights';

/** G.711 has 8000 samples a second; a packet has 20 ms. */
const samplesPerSecond = 8000;
const samplesPerPacket = 160;
const packetMs = 20;
/** Well audible on a phone, and not loud (of 32767). */
const toneAmplitude = 3000;

/** Where the audio may come from. */
export interface AudioPath {
  /** Whether the server is on this machine. */
  readonly isLoopback: boolean;
  /** A STUN server; `null`: none. */
  readonly stun: string | null;
}

/** The probe's audio in its call: one tone or silence out; what comes in is measured. */
export class CallAudio {
  readonly hearing: Hearing;
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #path: AudioPath;
  /** One packet of each codec; a tone has whole periods in it. */
  readonly #payload: { readonly PCMU: Buffer; readonly PCMA: Buffer };
  #connection: RTCPeerConnection | null = null;
  #sending: NodeJS.Timeout | undefined;
  #sent = 0;

  /** `toneHz`: a multiple of 50; 0 is silence. */
  constructor(path: AudioPath, now: () => number, toneHz: number) {
    this.#path = path;
    this.hearing = new Hearing(now, toneHz);
    const samples = Int16Array.from({ length: samplesPerPacket }, (_, index) =>
      Math.round(toneAmplitude * Math.sin((2 * Math.PI * toneHz * index) / samplesPerSecond)),
    );
    this.#payload = { PCMU: Buffer.from(muLaw.encode(samples)), PCMA: Buffer.from(aLaw.encode(samples)) };
  }

  /** Answers the server's offer, and begins to send. */
  async answer(offer: string): Promise<string> {
    this.#connect([]);
    return this.answerAgain(offer);
  }

  /** An offer as a page that was loaded again makes it: another certificate, other ICE credentials, another source. */
  async offer(): Promise<string> {
    const [ecdsa, sha256, p256] = [3, 4, 23] as const;
    const signatureHash = { signature: ecdsa, hash: sha256 };
    const { keyPem, certPem } = await createSelfSignedCertificate(signatureHash, p256);
    const connection = this.#connect([new RTCCertificate(keyPem, certPem, signatureHash)]);
    await connection.setLocalDescription(await connection.createOffer());
    return connection.localDescription?.sdp ?? '';
  }

  /** Takes the server's answer to the offer. */
  async accept(answer: string): Promise<void> {
    const connection = this.#connection;
    await connection?.setRemoteDescription({ type: 'answer', sdp: readable(answer) });
    if (connection) this.hearing.hearAll(connection);
  }

  /** Answers a further offer of the server in the same call. */
  async answerAgain(offer: string): Promise<string> {
    const connection = this.#connection;
    if (!connection) throw new Error('no call');
    await connection.setRemoteDescription({ type: 'offer', sdp: readable(offer) });
    await connection.setLocalDescription(await connection.createAnswer());
    this.hearing.hearAll(connection);
    return connection.localDescription?.sdp ?? '';
  }

  /** The latest description of the server. */
  get remoteSdp(): string {
    return this.#connection?.remoteDescription?.sdp ?? '';
  }

  /** Whether DTLS came up, whatever became of ICE. */
  get hasDtls(): boolean {
    return this.#connection?.getSenders()[0]?.dtlsTransport.state === 'connected';
  }

  /** Resolves when the audio path is up, has failed, or the time is over. */
  path(limit: AbortSignal): Promise<NonNullable<CallSeen['path']>> {
    const connection = this.#connection;
    if (!connection) return Promise.resolve('failed');
    return new Promise((resolve) => {
      const look = (): void => {
        const state = connection.connectionState;
        if (state === 'connected') resolve('connected');
        else if (state === 'failed' || state === 'closed') resolve('failed');
        else if (limit.aborted) resolve('not in time');
      };
      limit.addEventListener('abort', look, { once: true });
      connection.connectionStateChange.subscribe(look);
      look();
    });
  }

  close(): void {
    clearInterval(this.#sending);
    // A path that is still being opened ends with a fault that concerns nobody.
    this.#connection?.close().catch(() => undefined);
    this.#connection = null;
  }

  #connect(certificates: RTCCertificate[]): RTCPeerConnection {
    const connection = new RTCPeerConnection({
      codecs: { audio: [usePCMU(), usePCMA(), telephoneEvent()] },
      headerExtensions: { audio: [] },
      iceServers: this.#path.stun === null ? [] : [{ urls: this.#path.stun }],
      iceUseIpv6: false,
      ...(certificates.length > 0 ? { certificates } : {}),
      ...(this.#path.isLoopback ? { iceAdditionalHostAddresses: ['127.0.0.1'], iceUseIpv4: false } : {}),
    });
    this.#connection = connection;
    connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    sendFlightsWhole(connection);
    this.hearing.listen(connection);
    this.#sending = setInterval(() => this.#send(), packetMs);
    return connection;
  }

  #send(): void {
    const connection = this.#connection;
    const codec = connection?.getSenders()[0]?.codec;
    if (connection?.connectionState !== 'connected' || !codec) return;
    const isALaw = codec.name.toUpperCase() === 'PCMA';
    const header = new RtpHeader({
      payloadType: isALaw ? 8 : 0,
      sequenceNumber: this.#sent & 0xffff,
      timestamp: (this.#sent * samplesPerPacket) >>> 0,
      marker: this.#sent === 0,
    });
    this.#sent++;
    const payload = isALaw ? this.#payload.PCMA : this.#payload.PCMU;
    void Promise.resolve(this.#track.writeRtp(new RtpPacket(header, payload))).catch(() => undefined);
  }
}

/**
 * werift counts ICE generations by itself, and finds no path if another count is in a candidate. It can't read an
 * `a=rtcp` without an address (RFC 3605), which rtpengine sends; with rtcp-mux it says nothing.
 */
const readable = (sdp: string): string =>
  sdp.replace(/^(a=candidate:.*?) generation \d+/gm, '$1').replace(/^a=rtcp:\d+[ \t]*\r?\n/gm, '');

const telephoneEvent = (): RTCRtpCodecParameters =>
  new RTCRtpCodecParameters({
    mimeType: 'audio/telephone-event',
    clockRate: 8000,
    channels: 1,
    payloadType: 101,
    parameters: '0-15',
  });
