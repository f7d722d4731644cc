import pino from 'pino';
import { until } from 'test-kit';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import { newFrame } from './audio-source';
import { FRAME_MS, FRAME_SAMPLES, FrameClock } from './frame-clock';
import { Line } from './line';
import { OperatorMedia } from './operator-media';
import { level, powerAt } from './spectrum';

const log = pino({ level: 'silent' });
const serverHz = 900;

/** Shows which connections it uses, the one that carries the sound first. */
class ObservedMedia extends OperatorMedia {
  get used() {
    return this.connections;
  }
}

/** The server's side of a call: sends one tone, listens, and writes down what its listener gets. */
class ServerSide {
  readonly events: string[] = [];
  readonly line = new Line();
  readonly setting = { iceAddress: '127.0.0.1', mediaTimeoutMs: 30_000 };
  readonly media = new ObservedMedia(
    {
      digit: (digit) => this.events.push(`digit ${digit}`),
      pathChanged: (state) => this.events.push(state),
      pathLost: () => this.events.push('lost'),
    },
    log,
    this.setting,
    this.line,
  );
  /** The frames with sound since `listen`. */
  heard: Int16Array[] = [];
  /** The most frames without sound in a row, since sound came. */
  longestHole = 0;
  #hole = Number.NaN;
  /** Frames. */
  sent = 0;
  readonly #stop = new FrameClock().onFrame(() => {
    const frame = newFrame();
    this.media.read(frame);
    const isHeard = level(frame) > 200;
    if (isHeard) this.heard.push(frame.slice());
    this.#hole = isHeard ? 0 : this.#hole + 1;
    this.longestHole = Math.max(this.longestHole, this.#hole || 0);
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

  /** A renewal that the new page does not complete: its answer is on the way. */
  async function renewing(hz: number): Promise<{ readonly tab: FakeTabAudio; readonly answer: string }> {
    const tab = page(hz);
    return { tab, answer: await server.media.answerOffer(await tab.open()) };
  }

  /** The states of the connections that the server has made, in order. */
  const states = (connections: readonly { readonly connectionState: string }[]): readonly string[] =>
    connections.map(({ connectionState }) => connectionState);

  it('leaves the sound with the old connection until the new one is up', async () => {
    const old = await talking();
    const { tab, answer } = await renewing(660);
    const [before, successor] = server.media.used;
    await bothWays(old, 440);
    expect(before!.connectionState).toBe('connected');
    await tab.accept(answer);
    await bothWays(tab, 660);
    expect(server.media.used).toEqual([successor]);
    expect(states([before!, successor!])).toEqual(['closed', 'connected']);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('leaves hardly a hole in the sound, six times: 150 ms to the customer, 300 ms to the operator', async () => {
    const heard: { readonly ssrc: number; readonly timestamp: number }[] = [];
    const listen = (tab: FakeTabAudio): void => {
      tab.onPacket = ({ header: { ssrc, timestamp } }) => heard.push({ ssrc, timestamp });
    };
    let old = await talking();
    listen(old);
    server.longestHole = 0;
    for (const hz of [520, 600, 680, 760, 840, 920]) {
      const { tab, answer } = await renewing(hz);
      listen(tab);
      await tab.accept(answer);
      await bothWays(tab, hz);
      old.close();
      old = tab;
    }
    expect(server.longestHole * FRAME_MS).toBeLessThanOrEqual(150);
    const changes = heard.flatMap(({ ssrc, timestamp }, at) => {
      const before = heard[at - 1];
      return before && before.ssrc !== ssrc ? [((timestamp - before.timestamp) >>> 0) / FRAME_SAMPLES - 1] : [];
    });
    expect(changes).toHaveLength(6);
    expect(Math.max(...changes) * FRAME_MS).toBeLessThanOrEqual(300);
  });

  it('gets a new connection: sound both ways, and nothing of the old one', async () => {
    const old = await talking();
    const [before] = server.media.used;
    const fresh = await renewed(660);
    await bothWays(fresh, 660);
    expect(before!.connectionState).toBe('closed');
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
    await tab.accept(await server.media.answerOffer(await tab.open()));
    await until(() => fresh.length > 5, 'packets of the new path');
    const [last, first] = [old.at(-1)!, fresh[0]!];
    expect(first.ssrc).not.toBe(last.ssrc);
    // A packet or two are lost at the change.
    const packets = (first.sequenceNumber - last.sequenceNumber) & 0xffff;
    expect(packets).toBeGreaterThan(0);
    expect(packets).toBeLessThan(10);
    expect((first.timestamp - last.timestamp) >>> 0).toBe(packets * FRAME_SAMPLES);
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
    const before = server.media.used;
    const tab = page(660);
    const offer = await tab.open();
    expect(spoil(offer)).not.toBe(offer);
    await expect(server.media.answerOffer(spoil(offer))).rejects.toThrow();
    expect(server.media.used).toEqual(before);
    await bothWays(old, 440);
    await bothWays(await renewed(700), 700);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('that never connects is given up after its time: the old connection goes on, and the next offer is answered', async () => {
    const old = await talking();
    server.setting.mediaTimeoutMs = 1_000;
    await renewing(660);
    const [before, successor] = server.media.used;
    await until(() => successor!.connectionState === 'closed', 'the new path is given up', 6_000);
    expect(server.media.used).toEqual([before]);
    await bothWays(old, 440);
    expect(server.events).toEqual(['connected']);
    server.setting.mediaTimeoutMs = 30_000;
    await bothWays(await renewed(700), 700);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('that never connects, after a farewell of the old page: no path is left, and the next offer is answered', async () => {
    await talking();
    server.setting.mediaTimeoutMs = 1_000;
    await renewing(660);
    const made = server.media.used;
    // The page's close_notify, which werift itself does not send.
    made[0]!.dtlsTransports[0]!.dtls!.onClose.execute();
    await until(() => server.events.includes('failed'), 'the path is given up', 6_000);
    expect(states(made)).toEqual(['closed', 'closed']);
    expect(server.events).toEqual(['connected', 'failed']);
    await expect(server.media.createOffer()).rejects.toThrow('no audio path');
    server.setting.mediaTimeoutMs = 30_000;
    await bothWays(await renewed(700), 700);
    expect(server.events).toEqual(['connected', 'failed', 'connected']);
  });

  it('is not disturbed by what happens to the old connection meanwhile', async () => {
    await talking();
    const { tab, answer } = await renewing(660);
    const ice = server.media.used[0]!.iceTransports[0]!;
    // Consent to send has expired: the old page is gone.
    ice.connection.stateChanged.execute('failed');
    await until(() => server.media.used[0]!.connectionState === 'failed', 'the old path fails');
    expect(server.events).toEqual(['connected']);
    await tab.accept(answer);
    await bothWays(tab, 660);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('is forgotten when the old page offers again: it goes on', async () => {
    const old = await talking();
    await renewing(660);
    const [before, successor] = server.media.used;
    await old.accept(await server.media.answerOffer(await old.offer({ iceRestart: true })));
    expect(server.media.used).toEqual([before]);
    expect(successor!.connectionState).toBe('closed');
    await bothWays(old, 440);
    expect(server.events.filter((event) => event === 'failed')).toEqual([]);
  });

  it('is replaced by a third page’s; the old connection carries the sound until then', async () => {
    const old = await talking();
    await renewing(660);
    const [before, second] = server.media.used;
    const { tab, answer } = await renewing(760);
    expect(second!.connectionState).toBe('closed');
    await bothWays(old, 440);
    await tab.accept(answer);
    await bothWays(tab, 760);
    expect(before!.connectionState).toBe('closed');
  });

  it('our own offer meanwhile is the new connection’s', async () => {
    await talking();
    const { tab, answer } = await renewing(660);
    await tab.accept(answer);
    await server.media.acceptAnswer(await tab.reanswer(await server.media.createOffer()));
    await bothWays(tab, 660);
    expect(server.events).toEqual(['connected', 'connected']);
  });

  it('an answer from another endpoint is refused, and the old connection goes on', async () => {
    const old = await talking();
    const offer = await server.media.createOffer();
    const other = page(660);
    // With a certificate of its own.
    await other.open();
    await expect(server.media.acceptAnswer(await other.answer(offer))).rejects.toThrow('another endpoint');
    await bothWays(old, 440);
    await server.media.acceptAnswer(await old.reanswer(await server.media.createOffer()));
    await bothWays(old, 440);
  });

  it('keeps the faults of the line', async () => {
    await talking();
    server.line.condition = { lossPercent: 100, delayMs: 0, jitterMs: 0 };
    const tab = page(660);
    let heard = 0;
    tab.onPacket = () => heard++;
    await tab.accept(await server.media.answerOffer(await tab.open()));
    await until(async () => (await server.share(660, 25)) === 1, 'the server hears the new page only');
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
    expect(states(server.media.used)).toEqual(['closed']);
  });

  it('leaves no connection when the call ends before it is up', async () => {
    await talking();
    await renewing(660);
    const made = server.media.used;
    expect(made).toHaveLength(2);
    server.media.close();
    await until(() => states(made).every((state) => state === 'closed'), 'both connections are closed');
    expect(server.events).toEqual(['connected']);
  });
});
