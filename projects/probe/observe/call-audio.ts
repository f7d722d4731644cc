import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
  usePCMA,
  usePCMU,
} from 'werift';
import type { CallSeen } from './observations';

/** G.711 has 8000 samples a second; a packet has 20 ms. */
const samplesPerPacket = 160;
const packetMs = 20;
/** Silence in G.711 µ-law and A-law. */
const silence = { PCMU: 0xff, PCMA: 0xd5 } as const;

/** Where the audio may come from. */
export interface AudioPath {
  /** Whether the server is on this machine. */
  readonly isLoopback: boolean;
  /** A STUN server; `null`: none. */
  readonly stun: string | null;
}

/** The probe's audio in its call: silence out, nothing in. */
export class CallAudio {
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #path: AudioPath;
  #connection: RTCPeerConnection | null = null;
  #sending: NodeJS.Timeout | undefined;
  #sent = 0;

  constructor(path: AudioPath) {
    this.#path = path;
  }

  /** Answers the server's offer, and begins to send. */
  async answer(offer: string): Promise<string> {
    const connection = new RTCPeerConnection({
      codecs: { audio: [usePCMU(), usePCMA(), telephoneEvent()] },
      headerExtensions: { audio: [] },
      iceServers: this.#path.stun === null ? [] : [{ urls: this.#path.stun }],
      iceUseIpv6: false,
      ...(this.#path.isLoopback ? { iceAdditionalHostAddresses: ['127.0.0.1'], iceUseIpv4: false } : {}),
    });
    this.#connection = connection;
    connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    const answer = await this.answerAgain(offer);
    this.#sending = setInterval(() => this.#send(), packetMs);
    return answer;
  }

  /** Answers a further offer of the server in the same call. */
  async answerAgain(offer: string): Promise<string> {
    const connection = this.#connection;
    if (!connection) throw new Error('no call');
    // werift counts ICE generations by itself, and finds no path if another count is in a candidate.
    const sdp = offer.replace(/^(a=candidate:.*?) generation \d+/gm, '$1');
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    return connection.localDescription?.sdp ?? '';
  }

  /** Resolves when the audio path is up, has failed, or the time is over. */
  path(limitMs: number): Promise<NonNullable<CallSeen['path']>> {
    const connection = this.#connection;
    if (!connection) return Promise.resolve('failed');
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('not in time'), limitMs);
      const look = (): void => {
        const state = connection.connectionState;
        if (state !== 'connected' && state !== 'failed' && state !== 'closed') return;
        clearTimeout(timer);
        resolve(state === 'connected' ? 'connected' : 'failed');
      };
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
    const payload = Buffer.alloc(samplesPerPacket, isALaw ? silence.PCMA : silence.PCMU);
    void Promise.resolve(this.#track.writeRtp(new RtpPacket(header, payload))).catch(() => undefined);
  }
}

const telephoneEvent = (): RTCRtpCodecParameters =>
  new RTCRtpCodecParameters({
    mimeType: 'audio/telephone-event',
    clockRate: 8000,
    channels: 1,
    payloadType: 101,
    parameters: '0-15',
  });
