import {
  MediaStreamTrack,
  RTCDtlsTransport,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  type RtpPacket,
  usePCMA,
  usePCMU,
  type RtpPacket as Packet,
} from 'werift';
import { aLaw, muLaw } from '../../server-kit';
import { FRAME_SAMPLES, FrameClock } from '../media/frame-clock';
import { RtpStream } from '../media/rtp-stream';
import { level } from '../media/spectrum';
import { OwnPace } from './own-pace';
import { PacketGaps } from './packet-gaps';

const TELEPHONE_EVENT = 101;

/** The audio of a tab in tests: sends one tone, or nothing, and listens. */
export class FakeTabAudio {
  /** The tone that the tab sends. Hertz; 0 is silence. */
  toneHz = 0;
  /** Whether the tab sends nothing at all, not even silence. */
  isMute = false;
  /** The only codec that the tab accepts. */
  codec: 'PCMU' | 'PCMA' = 'PCMU';
  /** Payload types of the received packets. */
  readonly heardTypes = new Set<number>();
  /** How regularly packets came. */
  readonly gaps = new PacketGaps();
  /** How regularly the tab itself sends. */
  readonly pace = new OwnPace();
  /** Gets each packet that the tab receives. */
  onPacket: (packet: Packet) => void = () => undefined;
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #stream = new RtpStream();
  readonly #clock = new FrameClock();
  readonly #listeners = new Set<(level: number, frame: Int16Array) => void>();
  #connection: RTCPeerConnection | undefined;
  #stopClock: (() => void) | undefined;
  #spoken = 0;

  /** Answers the server's offer with `codec`, and begins to send. */
  async answer(offer: string): Promise<string> {
    this.close();
    const connection = this.#connect();
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await connection.setLocalDescription(await connection.createAnswer());
    return connection.localDescription?.sdp ?? '';
  }

  /** Offers from a first connection with a certificate of its own, as a reloaded page does. */
  async open(direction: 'sendrecv' | 'sendonly' | 'recvonly' = 'sendrecv'): Promise<string> {
    // werift has one certificate a process.
    RTCDtlsTransport.localCertificate = undefined;
    RTCDtlsTransport.localCertificatePromise = undefined;
    await RTCDtlsTransport.SetupCertificate();
    this.close();
    this.#connect();
    return this.offer({ direction });
  }

  #connect(): RTCPeerConnection {
    const event = new RTCRtpCodecParameters({
      mimeType: 'audio/telephone-event',
      clockRate: 8000,
      payloadType: TELEPHONE_EVENT,
    });
    const connection = new RTCPeerConnection({
      codecs: { audio: [this.codec === 'PCMA' ? usePCMA() : usePCMU(), event] },
      headerExtensions: { audio: [] },
      iceServers: [],
      iceUseIpv4: false,
      iceUseIpv6: false,
      iceUseTcp: false,
      iceAdditionalHostAddresses: ['127.0.0.1'],
    });
    this.#connection = connection;
    connection.onTrack.subscribe((track) => track.onReceiveRtp.subscribe((packet) => this.#hear(packet)));
    connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    this.#stopClock = this.#clock.onFrame(() => this.#speak());
    return connection;
  }

  /** Resolves when the audio path is up or has failed. */
  path(): Promise<'connected' | 'failed'> {
    const connection = this.#connection;
    if (!connection) throw new Error('no call');
    return new Promise((resolve) => {
      const look = (): void => {
        const state = connection.connectionState;
        if (state === 'connected' || state === 'failed') resolve(state);
      };
      connection.connectionStateChange.subscribe(look);
      look();
    });
  }

  /** Answers a further offer of the server in the same call. */
  async reanswer(offer: string): Promise<string> {
    const connection = this.#connection;
    if (!connection) throw new Error('no call');
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await connection.setLocalDescription(await connection.createAnswer());
    return connection.localDescription?.sdp ?? '';
  }

  /** An offer of the tab, for a re-INVITE. */
  async offer(
    options: { iceRestart?: boolean; direction?: 'sendrecv' | 'sendonly' | 'recvonly' } = {},
  ): Promise<string> {
    const connection = this.#connection;
    if (!connection) throw new Error('no call');
    connection.getTransceivers()[0]?.setDirection(options.direction ?? 'sendrecv');
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: options.iceRestart ?? false }));
    return connection.localDescription?.sdp ?? '';
  }

  async accept(answer: string): Promise<void> {
    await this.#connection?.setRemoteDescription({ type: 'answer', sdp: answer });
  }

  /**
   * Resolves at the first frame that satisfies by its level (RMS) or its samples, with that level. Rejects if there is none within the
   * limit.
   */
  untilHeard(satisfies: (level: number, frame: Int16Array) => boolean, limit = 15_000): Promise<number> {
    return new Promise((resolve, reject) => {
      let last = 'nothing';
      const alarm = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`no such level within ${limit} ms: the last is ${last}`));
      }, limit).unref();
      const listener = (heard: number, frame: Int16Array) => {
        last = String(Math.round(heard));
        if (!satisfies(heard, frame)) return;
        this.#listeners.delete(listener);
        clearTimeout(alarm);
        resolve(heard);
      };
      this.#listeners.add(listener);
    });
  }

  /** Waits until this many frames in a row satisfy: a single one may be a gap of the line. */
  async untilHeardFor(satisfies: (level: number) => boolean, frames = 10): Promise<void> {
    let row = 0;
    await this.untilHeard((heard) => {
      row = satisfies(heard) ? row + 1 : 0;
      return row === frames;
    });
  }

  /** The samples of the next frames. */
  async hear(frames: number): Promise<Int16Array> {
    const heard: number[] = [];
    let left = frames;
    await this.untilHeard((_level, frame) => {
      heard.push(...frame);
      return --left === 0;
    });
    return Int16Array.from(heard);
  }

  /** Sends until this many milliseconds were sent in time. Frames that come back meanwhile show that time goes on. */
  async speakInTime(milliseconds: number): Promise<void> {
    this.pace.begin();
    while (this.pace.spoken.inTime < milliseconds) await this.untilHeard(() => true);
  }

  /** Presses a key, by RFC 4733, in three packets. */
  async press(event: number): Promise<void> {
    const sender = this.#connection?.getSenders()[0];
    const dtls = sender?.dtlsTransport;
    if (!sender || !dtls) throw new Error('no call');
    const timestamp = (this.#spoken + 1_000_000) * FRAME_SAMPLES;
    for (let sequenceNumber = 0; sequenceNumber < 3; sequenceNumber++) {
      const header = new RtpHeader({ payloadType: TELEPHONE_EVENT, ssrc: sender.ssrc, timestamp, sequenceNumber });
      await dtls.sendRtp(Buffer.from([event, sequenceNumber === 2 ? 0x8a : 0x0a, 0, 160]), header);
    }
  }

  close(): void {
    this.#stopClock?.();
    void this.#connection?.close();
  }

  #hear(packet: Packet): void {
    this.gaps.packet();
    this.onPacket(packet);
    this.heardTypes.add(packet.header.payloadType);
    const frame = (packet.header.payloadType === 8 ? aLaw : muLaw).decode(packet.payload);
    const heard = level(frame);
    for (const listener of [...this.#listeners]) listener(heard, frame);
  }

  #speak(): void {
    this.gaps.beat();
    const samples = Int16Array.from({ length: FRAME_SAMPLES }, (_, index) => {
      const seconds = (this.#spoken * FRAME_SAMPLES + index) / 8000;
      return this.toneHz === 0 ? 0 : 8000 * Math.sin(2 * Math.PI * this.toneHz * seconds);
    });
    this.#spoken++;
    const packet: RtpPacket = this.#stream.packet((this.codec === 'PCMA' ? aLaw : muLaw).encode(samples));
    this.pace.frame();
    if (this.#connection?.connectionState === 'connected' && !this.isMute) void this.#track.writeRtp(packet);
  }
}
