import pino from 'pino';
import { until } from 'test-kit';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import { newFrame } from './audio-source';
import { FRAME_SAMPLES, FrameClock } from './frame-clock';
import { Line } from './line';
import { OperatorMedia } from './operator-media';
import { level, powerAt } from './spectrum';

const log = pino({ level: 'silent' });
const serverHz = 900;

/** Shows which connection it uses. */
class ObservedMedia extends OperatorMedia {
  get present() {
    return this.connection;
  }
}

/** The server's side of a call: sends one tone, listens, and writes down what its listener gets. */
class ServerSide {
  readonly events: string[] = [];
  readonly line = new Line();
  readonly media = new ObservedMedia(
    {
      digit: (digit) => this.events.push(`digit ${digit}`),
      pathChanged: (state) => this.events.push(state),
      pathLost: () => this.events.push('lost'),
    },
    log,
    { iceAddress: '127.0.0.1', mediaTimeoutMs: 4_000 },
    this.line,
  );
  /** The frames with sound since `listen`. */
  heard: Int16Array[] = [];
  /** Frames. */
  sent = 0;
  readonly #stop = new FrameClock().onFrame(() => {
    const frame = newFrame();
    this.media.read(frame);
    if (level(frame) > 200) this.heard.push(frame.slice());
    for (let at = 0; at < FRAME_SAMPLES; at++)
      frame[at] = 8000 * Math.sin((2 * Math.PI * serverHz * (this.sent * FRAME_SAMPLES + at)) / 8000);
    this.sent++;
    this.media.send(frame);
  });

  /** How many of the next frames with sound hold this tone. */
  async share(hz: number, frames = 10): Promise<number> {
    this.heard = [];
    await until(() => this.heard.length >= frames, `the server hears ${frames} frames`);
    const tones = this.heard.slice(0, frames).filter((frame) => powerAt(hz, frame) > 0.8);
    return tones.length / frames;
  }

  close(): void {
    this.#stop();
    this.media.close();
  }
}

describe('OperatorMedia: an offer from another endpoint', () => {
  let server: ServerSide;
  let tabs: FakeTabAudio[];

  beforeEach(() => {
    server = new ServerSide();
    tabs = [];
  });
  afterEach(() => {
    server.close();
    for (const tab of tabs) tab.close();
  });

  function page(hz: number): FakeTabAudio {
    const tab = new FakeTabAudio();
    tab.toneHz = hz;
    tabs.push(tab);
    return tab;
  }

  /** A call with sound both ways. */
  async function talking(): Promise<FakeTabAudio> {
    const tab = page(440);
    await server.media.acceptAnswer(await tab.answer(await server.media.createOffer()));
    await bothWays(tab, 440);
    return tab;
  }

  async function renewed(hz: number): Promise<FakeTabAudio> {
    const tab = page(hz);
    await tab.accept(await server.media.answerOffer(await tab.open()));
    return tab;
  }

  async function bothWays(tab: FakeTabAudio, hz: number): Promise<boolean> {
    await tab.untilHeard((_, frame) => powerAt(serverHz, frame) > 0.8);
    await until(async () => (await server.share(hz)) === 1, `the server hears ${hz} Hz only`);
    return true;
  }

  it('gets a new connection: sound both ways, and nothing of the old one', async () => {
    const old = await talking();
    const before = server.media.present;
    const fresh = await renewed(660);
    expect(before.connectionState).toBe('closed');
    await bothWays(fresh, 660);
    // The old page still speaks, and hears nothing more.
    let heardByOld = 0;
    old.untilHeard(() => ++heardByOld < 0).catch(() => undefined);
    expect(await server.share(660, 25)).toBe(1);
    await old.press(5);
    await fresh.press(7);
    await until(() => server.events.includes('digit 7'), 'the new page’s key');
    old.close();
    expect(await server.share(660, 25)).toBe(1);
    expect(heardByOld).toBe(0);
    expect(server.events).toEqual(['connected', 'connected', 'digit 7']);
  });

  it('goes on with sequence numbers and timestamps, under another SSRC', async () => {
    const noted = (tab: FakeTabAudio) => {
      const headers: { sequenceNumber: number; timestamp: number; ssrc: number; sent: number }[] = [];
      tab.onPacket = ({ header: { sequenceNumber, timestamp, ssrc } }) =>
        headers.push({ sequenceNumber, timestamp, ssrc, sent: server.sent });
      return headers;
    };
    const old = noted(await talking());
    await until(() => old.length > 5, 'packets of the old path');
    const tab = page(660);
    const fresh = noted(tab);
    const answer = await server.media.answerOffer(await tab.open());
    const last = old.at(-1)!;
    await until(() => server.sent - last.sent > 100, 'two seconds without a path');
    await tab.accept(answer);
    await until(() => fresh.length > 0, 'packets of the new path');
    const first = fresh[0]!;
    expect(first.ssrc).not.toBe(last.ssrc);
    // Few were sent over the old connection before it closed; none in the two seconds.
    expect((first.sequenceNumber - last.sequenceNumber) & 0xffff).toBeLessThan(50);
    const framesPassed = ((first.timestamp - last.timestamp) >>> 0) / FRAME_SAMPLES;
    expect(Math.abs(framesPassed - (first.sent - last.sent))).toBeLessThan(50);
  });

  it('three times in one call, and two at once', async () => {
    await talking();
    for (const hz of [520, 600, 680]) expect(await bothWays(await renewed(hz), hz)).toBe(true);
    const [first, second] = [page(760), page(840)];
    const [offer, other] = [await first.open(), await second.open()];
    const answers = await Promise.all([server.media.answerOffer(offer), server.media.answerOffer(other)]);
    await second.accept(answers[1]);
    expect(await bothWays(second, 840)).toBe(true);
  });

  it.each([
    ['that has no audio', (sdp: string) => sdp.replace(/^m=audio \d+/m, 'm=audio 0')],
    [
      'that has no codec of ours',
      (sdp: string) => sdp.replace(/^(m=audio .*) 0 101/m, '$1 96').replace(/^a=(rtpmap|fmtp):.*\r\n/gm, ''),
    ],
    ['that has no ICE credentials', (sdp: string) => sdp.replace(/^a=ice-(ufrag|pwd).*\r\n/gm, '')],
    ['that is cut off', (sdp: string) => sdp.slice(0, sdp.indexOf('a=mid') + 3)],
  ])('%s is refused, and the old connection goes on', async (_, spoil) => {
    const old = await talking();
    const before = server.media.present;
    const tab = page(660);
    const offer = await tab.open();
    expect(spoil(offer)).not.toBe(offer);
    await expect(server.media.answerOffer(spoil(offer))).rejects.toThrow();
    expect(server.media.present).toBe(before);
    await bothWays(old, 440);
    await bothWays(await renewed(700), 700);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('that never connects is closed after its time, and the next one is answered', async () => {
    await talking();
    const gone = page(660);
    await server.media.answerOffer(await gone.open());
    gone.close();
    const dead = server.media.present;
    await until(() => server.events.includes('failed'), 'the path is given up', 6_000);
    expect(dead.connectionState).toBe('closed');
    expect(server.events).toEqual(['connected', 'failed']);
    await expect(server.media.createOffer()).rejects.toThrow('no audio path');
    await bothWays(await renewed(700), 700);
    expect(server.events).toEqual(['connected', 'failed', 'connected']);
  });

  it('keeps the faults of the line', async () => {
    await talking();
    server.line.condition = { lossPercent: 100, delayMs: 0, jitterMs: 0 };
    const tab = page(660);
    let heard = 0;
    tab.onPacket = () => heard++;
    await tab.accept(await server.media.answerOffer(await tab.open()));
    expect(await server.share(660, 25)).toBe(1);
    expect(heard).toBe(0);
    server.line.condition = { lossPercent: 0, delayMs: 0, jitterMs: 0 };
    await bothWays(tab, 660);
  });

  it('is not answered after the end, and leaves no connection', async () => {
    await talking();
    const tab = page(660);
    const offer = await tab.open();
    const answered = server.media.answerOffer(offer);
    server.media.close();
    await expect(answered).rejects.toThrow();
    expect(server.media.present.connectionState).toBe('closed');
  });
});
