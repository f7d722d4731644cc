import { createSocket, type RemoteInfo } from 'node:dgram';
import { RtpPacket } from 'werift';
import { until } from 'test-kit';
import { aLaw } from '../../projects/server-kit';
import { RtpStream } from '../../projects/training-server/media/rtp-stream';
import { level, powerAt } from '../../projects/training-server/media/spectrum';

/** The frequency of the fake microphone's beep, in Hz. */
const beep = 400;
const frameMs = 20;
const frameSamples = 160;
/** A share of full scale; the fake microphone beeps at about 0.3. */
const audible = 0.02;
const pcma = 8;
/** Payload types from here on are agreed by each offer. The only one here is that of telephone-events. */
const dynamic = 96;

/** One frame of the operator's voice as the customer receives it. */
interface Heard {
  /** Root mean square as a share of full scale. */
  readonly level: number;
  readonly samples: Int16Array;
  /** `performance.now()` of its arrival. */
  readonly at: number;
}

/** A received telephone-event (RFC 4733). */
export interface ToneEvent {
  readonly event: number;
  /** Packets with the end bit; a sender repeats the last one. */
  readonly ends: number;
  /** From the last packet, in samples. */
  readonly duration: number;
}

/** The customer's end of the audio: plain RTP with G.711. Sends a tone and measures what arrives. */
export class CustomerAudio {
  /** What the customer sends to the operator; `echo`: what comes from there. */
  speaks: 'tone' | 'silence' | 'echo' = 'tone';
  /** Packets sent to the operator. */
  sent = 0;
  readonly #heard: Heard[] = [];
  readonly #events = new Map<number, ToneEvent>();
  readonly #socket = createSocket('udp4');
  readonly #stream = new RtpStream();
  #source: RemoteInfo | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #samples = 0;

  async open(port: number): Promise<void> {
    this.#socket.on('message', (data, from) => this.#receive(data, from));
    await new Promise<void>((resolve) => this.#socket.bind(port, '127.0.0.1', resolve));
    this.#timer = setInterval(() => this.#send(), frameMs);
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#timer !== null) this.#socket.close();
    this.#timer = null;
  }

  /** Forgets everything so far. */
  forget(): void {
    this.#heard.length = 0;
  }

  /** The longest time without a packet of the operator's voice (ms). */
  get longestGap(): number {
    return this.#heard.reduce((most, { at }, i) => Math.max(most, at - (this.#heard[i - 1]?.at ?? at)), 0);
  }

  /** Packets of the operator's voice, or of its silence. */
  get packets(): number {
    return this.#heard.length;
  }

  get loudest(): number {
    return this.#heard.reduce((most, frame) => Math.max(most, frame.level), 0);
  }

  /**
   * The share of the power at a frequency, 0 to 1: the most in any 20 ms that are not silent. The windows begin at each
   * quarter of a frame, because a beep of 20 ms that falls into two frames is half in each.
   */
  #shareAt(hz: number): number {
    return this.#heard
      .flatMap((frame, at) => (frame.level > audible ? this.#windowsAround(at) : []))
      .filter((window) => level(window) / 32768 > audible)
      .reduce((most, window) => Math.max(most, powerAt(hz, window)), 0);
  }

  #windowsAround(at: number): readonly Int16Array[] {
    const near = new Int16Array(3 * frameSamples);
    for (const place of [0, 1, 2]) near.set(this.#heard[at + place - 1]?.samples ?? [], place * frameSamples);
    const starts = Array.from({ length: 9 }, (_, quarter) => (quarter * frameSamples) / 4);
    return starts.map((from) => near.subarray(from, from + frameSamples));
  }

  /** Waits for the operator's voice: the beep of the browser's fake microphone, recognised by its pitch. */
  async hearsTheBeep(): Promise<void> {
    await this.hears(beep);
  }

  /** Waits for a tone, recognised by its pitch. */
  async hears(hz: number): Promise<void> {
    await until(() => this.#shareAt(hz) > 0.5);
  }

  get toneEvents(): readonly ToneEvent[] {
    return [...this.#events.values()];
  }

  #send(): void {
    // Symmetric RTP: sends to where the operator's voice comes from.
    if (this.#source === null || this.speaks === 'echo') return;
    const frame = new Int16Array(frameSamples);
    for (let i = 0; i < frameSamples; i += 1, this.#samples += 1)
      if (this.speaks === 'tone') frame[i] = 8000 * Math.sin((2 * Math.PI * 440 * this.#samples) / 8000);
    this.#sendFrame(aLaw.encode(frame), this.#source);
  }

  #sendFrame(payload: Uint8Array, to: RemoteInfo): void {
    const packet = this.#stream.packet(payload);
    packet.header.payloadType = pcma;
    packet.header.ssrc = 440;
    this.sent += 1;
    this.#socket.send(packet.serialize(), to.port, to.address);
  }

  #receive(data: Buffer, from: RemoteInfo): void {
    this.#source = from;
    const { header, payload } = RtpPacket.deSerialize(data);
    if (header.payloadType >= dynamic) return this.#receiveEvent(header.timestamp, payload);
    if (header.payloadType !== pcma) return;
    if (this.speaks === 'echo') this.#sendFrame(payload, from);
    const samples = aLaw.decode(payload);
    this.#heard.push({ level: level(samples) / 32768, samples, at: performance.now() });
  }

  #receiveEvent(timestamp: number, payload: Buffer): void {
    const ends = (this.#events.get(timestamp)?.ends ?? 0) + (payload.readUInt8(1) >> 7);
    this.#events.set(timestamp, { event: payload.readUInt8(0), ends, duration: payload.readUInt16BE(2) });
  }
}
