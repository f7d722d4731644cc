// The operators' tabs: each sends a tone and listens for its echo. What they send is made once, so that they cost little.
import { MediaStreamTrack, RTCPeerConnection, type RtpPacket, usePCMU } from 'werift';
import { FRAME_MS, FRAME_SAMPLES, FrameClock } from '../../projects/training-server/media/frame-clock';
import { muLaw } from '../../projects/server-kit';
import { RtpStream } from '../../projects/training-server/media/rtp-stream';
import type { Heard, TabsAnswer, TabsOrder } from './messages';

const lateMs = 40;
/** 500 Hz: whole waves in a frame, so that a repeated frame is one tone. */
const tone = muLaw.encode(
  Int16Array.from({ length: FRAME_SAMPLES }, (_, at) => 8000 * Math.sin((2 * Math.PI * 500 * at) / 8000)),
);

/** How regularly a call's packets come. */
class Arrivals {
  #first: number | undefined;
  /** The smallest delay so far: the network's own. */
  #least = Infinity;
  #delays: number[] = [];
  #newest = 0;
  #counted = 0;
  heard = false;

  packet({ header, payload }: RtpPacket, now: number): void {
    this.#first ??= header.timestamp;
    const place = ((header.timestamp - this.#first) | 0) / FRAME_SAMPLES;
    const delay = now - place * FRAME_MS;
    this.#least = Math.min(this.#least, delay);
    this.#delays.push(delay);
    this.#newest = Math.max(this.#newest, place);
    this.#counted++;
    this.heard ||= payload.some((code) => code !== 0xff && code !== 0x7f);
  }

  reset(): void {
    this.#delays = [];
    this.#first = undefined;
    this.#least = Infinity;
    this.#newest = 0;
    this.#counted = 0;
    this.heard = false;
  }

  report(): { readonly packets: number; readonly late: number; readonly missing: number } {
    const late = this.#delays.filter((delay) => delay - this.#least > lateMs).length;
    const missing = this.#counted === 0 ? 1 : Math.max(0, this.#newest + 1 - this.#counted);
    return { packets: this.#counted, late, missing };
  }
}

class Tab {
  readonly arrivals = new Arrivals();
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #stream = new RtpStream();
  readonly #connection = new RTCPeerConnection({
    codecs: { audio: [usePCMU()] },
    headerExtensions: { audio: [] },
    iceServers: [],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceUseTcp: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });

  constructor() {
    this.#connection.onTrack.subscribe((track) =>
      track.onReceiveRtp.subscribe((packet) => this.arrivals.packet(packet, performance.now())),
    );
    this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' });
  }

  async answer(offer: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return this.#connection.localDescription?.sdp ?? '';
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.#connection.connectionState === 'connected') resolve();
        if (this.#connection.connectionState === 'failed') reject(new Error('a call found no path'));
      };
      this.#connection.connectionStateChange.subscribe(look);
      look();
    });
  }

  speak(): void {
    if (this.#connection.connectionState === 'connected') void this.#track.writeRtp(this.#stream.packet(tone));
  }
}

const tabs: Tab[] = [];
const clock = new FrameClock();
let ownLate = 0;
let last = performance.now();
let start = process.cpuUsage();
clock.onFrame(() => {
  const now = performance.now();
  if (now - last > 2 * FRAME_MS) ownLate++;
  last = now;
  for (const tab of tabs) tab.speak();
});

const reply = (answer: TabsAnswer): void => void process.send?.(answer);

function heard(): Heard {
  const all = tabs.map(({ arrivals }) => arrivals.report());
  const sum = (of: 'packets' | 'late' | 'missing'): number => all.reduce((total, each) => total + each[of], 0);
  const { user, system } = process.cpuUsage(start);
  return {
    packets: sum('packets'),
    late: sum('late'),
    missing: sum('missing'),
    heard: tabs.filter(({ arrivals }) => arrivals.heard).length,
    ownLate,
    cpu: user + system,
  };
}

async function obey(order: TabsOrder): Promise<void> {
  switch (order.do) {
    case 'answer': {
      const fresh = order.offers.map(() => new Tab());
      const answers = await Promise.all(fresh.map((tab, place) => tab.answer(order.offers[place] ?? '')));
      tabs.push(...fresh);
      return reply({ answers });
    }
    case 'connected':
      await Promise.all(tabs.map((tab) => tab.connected()));
      return reply({ ready: true });
    case 'measure':
      for (const { arrivals } of tabs) arrivals.reset();
      ownLate = 0;
      start = process.cpuUsage();
      return reply({ ready: true });
    case 'report':
      return reply(heard());
  }
}
process.on('message', (order: TabsOrder) => void obey(order));
process.on('disconnect', () => process.exit());
