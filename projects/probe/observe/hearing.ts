import { RtcpRrPacket, RtcpSrPacket, type RTCPeerConnection, type RtpPacket } from 'werift';
import { aLaw, muLaw } from '../../server-kit';
import type { HeardSeen } from './observations';

const samplesPerSecond = 8000;
/** Louder than the noise of a codec (root mean square of 16-bit samples). */
const audible = 100;
/** The tone has more than this share of a packet's power. */
const toneShare = 0.5;
/** So many packets in a row have the tone: a single one may be somebody's voice. */
const tonePackets = 5;

/** What comes in over one connection: how much, how loud, and whether it shows that the probe is heard. */
export class Hearing {
  /** When the first packet came, and the last (ms of the probe); `null`: none. */
  firstAtMs: number | null = null;
  lastAtMs: number | null = null;
  readonly #now: () => number;
  readonly #toneHz: number;
  readonly #changed = new Set<() => void>();
  readonly #heard = new WeakSet<object>();
  #packets = 0;
  #loudest = 0;
  #row = 0;
  #isEchoed = false;
  #isReported = false;

  constructor(now: () => number, toneHz: number) {
    this.#now = now;
    this.#toneHz = toneHz;
  }

  get seen(): HeardSeen {
    return {
      packets: this.#packets,
      isSound: this.#loudest > audible,
      heardBy: [...(this.#isEchoed ? (['echo'] as const) : []), ...(this.#isReported ? (['reports'] as const) : [])],
    };
  }

  /** Listens to what the server reports of a connection with one sender. */
  listen(connection: RTCPeerConnection): void {
    for (const sender of connection.getSenders())
      sender.onRtcp.subscribe((packet) => {
        if (!(packet instanceof RtcpRrPacket || packet instanceof RtcpSrPacket)) return;
        // A server reports only of a source from which it got packets.
        if (!packet.reports.some(({ ssrc }) => ssrc === sender.ssrc)) return;
        this.#isReported = true;
        this.#tell();
      });
  }

  /**
   * Hears all that comes over the connection, once its descriptions are known. Its tracks would hear only sources that
   * the server's SDP names by `a=ssrc`, and rtpengine's names none. There is one stream (RFC 8843, 9.2).
   */
  hearAll(connection: RTCPeerConnection): void {
    const transport = connection.getSenders()[0]?.dtlsTransport;
    if (!transport || this.#heard.has(transport)) return;
    this.#heard.add(transport);
    transport.onRtp.subscribe((packet) => this.#hear(packet));
  }

  /** Resolves when sound comes and the probe is heard, or the time is over. */
  bothWays(limit: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!limit.aborted && (this.#packets === 0 || (!this.#isEchoed && !this.#isReported))) return;
        this.#changed.delete(look);
        resolve();
      };
      this.#changed.add(look);
      limit.addEventListener('abort', look, { once: true });
      look();
    });
  }

  #hear({ header: { payloadType }, payload }: RtpPacket): void {
    const codec = { 0: muLaw, 8: aLaw }[payloadType];
    if (!codec) return;
    this.lastAtMs = this.#now();
    this.firstAtMs ??= this.lastAtMs;
    this.#packets++;
    const { level, share } = measured(codec.decode(payload), this.#toneHz);
    this.#loudest = Math.max(this.#loudest, level);
    this.#row = level > audible && share > toneShare ? this.#row + 1 : 0;
    if (this.#row >= tonePackets) this.#isEchoed = true;
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#changed]) look();
  }
}

/** The level of samples (root mean square), and the share of their power at one frequency. */
function measured(samples: Int16Array, hz: number): { readonly level: number; readonly share: number } {
  let [real, imaginary, power] = [0, 0, 0];
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hz * index) / samplesPerSecond;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
    power += sample * sample;
  }
  if (power === 0) return { level: 0, share: 0 };
  return {
    level: Math.sqrt(power / samples.length),
    share: (2 * (real * real + imaginary * imaginary)) / (samples.length * power),
  };
}
