import { jest } from '@jest/globals';
import type { CallMediaFlow } from 'mediatel-lib/ports';
import { CallStatsMonitor } from './call-stats-monitor';

/** A call in Firefox, whose `media-source` has neither `audioLevel` nor `totalAudioEnergy`. */
class FirefoxCall {
  readonly proofs: CallMediaFlow[] = [];
  level: number | null = null;
  /** Whether no packet passes. */
  isDead = false;
  #packets = 0;
  readonly #watch = new CallStatsMonitor({
    callId: 'a',
    connection: { getStats: () => Promise.resolve(this.#report()), getTransceivers: () => [] } as never,
    now: () => Date.now(),
    mute: () => null,
    playback: () => 'playing',
    sentLevel: () => this.level,
    proved: (proof) => this.proofs.push(proof),
    measured: () => undefined,
    paced: () => undefined,
    received: () => undefined,
  });

  get outgoing(): string | undefined {
    return this.proofs.at(-1)?.outgoing.audibility;
  }
  get incoming(): string | undefined {
    return this.proofs.at(-1)?.incoming.audibility;
  }
  end(): void {
    this.#watch.end();
  }
  #report(): Map<string, unknown> {
    this.#packets += this.isDead ? 0 : 20;
    const seconds = this.#packets / 50;
    return new Map<string, unknown>([
      ['out', { type: 'outbound-rtp', kind: 'audio', packetsSent: this.#packets }],
      ['source', { type: 'media-source', kind: 'audio', trackIdentifier: '{350a9055}' }],
      [
        'in',
        {
          ...{ type: 'inbound-rtp', kind: 'audio', packetsReceived: this.#packets },
          ...{ totalAudioEnergy: 0.01 * seconds, totalSamplesDuration: seconds },
        },
      ],
    ]);
  }
}

describe('CallStatsMonitor in a browser without a level of sent audio', () => {
  let call: FirefoxCall;
  beforeEach(() => {
    jest.useFakeTimers();
    call = new FirefoxCall();
  });
  afterEach(() => {
    call.end();
    jest.useRealTimers();
  });

  it('reports neither heard nor silent for the operator', async () => {
    await jest.advanceTimersByTimeAsync(60_000);
    expect([call.outgoing, call.incoming]).toEqual(['unknown', 'heard']);
    expect(call.proofs.map(({ outgoing }) => outgoing.audibility)).not.toContain('silent');
  });

  it('uses the measured level of the sent track', async () => {
    call.level = 0.1;
    await jest.advanceTimersByTimeAsync(3000);
    expect([call.outgoing, call.incoming]).toEqual(['heard', 'heard']);
    call.level = 0;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(call.proofs.at(-1)?.outgoing).toEqual({ audibility: 'silent', reason: 'digital-silence' });
  });

  it('should say that no packets come at the moment that decides, although the looks are further apart', async () => {
    call.isDead = true;
    await jest.advanceTimersByTimeAsync(2490);
    expect(call.incoming).toBe('proving');
    await jest.advanceTimersByTimeAsync(20);
    expect([call.outgoing, call.incoming]).toEqual(['no-packets', 'no-packets']);
  });
});

/** A call in Chromium that an earlier page had; the server reports every second, or never. */
class ReportedCall {
  readonly told: (boolean | number)[] = [];
  outgoing = '';
  readonly proofs: string[] = [];
  #packets = 0;
  #reportedAt: number | null = null;
  readonly watch: CallStatsMonitor;

  constructor(
    reportsWithin: number | null,
    public reports: boolean,
  ) {
    this.watch = new CallStatsMonitor(
      {
        callId: 'a',
        connection: { getStats: () => Promise.resolve(this.#report()), getTransceivers: () => [] } as never,
        now: () => Date.now(),
        mute: () => null,
        playback: () => 'playing',
        sentLevel: () => 0.1,
        proved: ({ outgoing }) => this.proofs.push((this.outgoing = outgoing.reason ?? outgoing.audibility)),
        measured: () => undefined,
        paced: (within) => this.told.push(within),
        received: (isReceived) => this.told.push(isReceived),
      },
      reportsWithin,
    );
  }

  #report(): Map<string, unknown> {
    this.#packets += 20;
    const now = Date.now();
    if (this.reports) this.#reportedAt = now - (now % 1000);
    const entries: [string, unknown][] = [
      ['out', { type: 'outbound-rtp', kind: 'audio', packetsSent: this.#packets }],
      ['in', { type: 'inbound-rtp', kind: 'audio', packetsReceived: this.#packets }],
    ];
    if (this.#reportedAt !== null)
      entries.push([
        'there',
        { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0, timestamp: this.#reportedAt },
      ]);
    return new Map(entries);
  }
}

describe('CallStatsMonitor, of the other side’s reports', () => {
  let call: ReportedCall;
  const begin = (reportsWithin: number | null, reports: boolean): void => {
    call = new ReportedCall(reportsWithin, reports);
  };
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => {
    call.watch.end();
    jest.useRealTimers();
  });

  it('tells how soon they come, once that is known', async () => {
    begin(null, true);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(call.told.at(-1)).toBe(2200);
    expect(call.outgoing).toBe('heard');
  });

  it('says nothing of a server that has never reported', async () => {
    begin(null, false);
    call.watch.renewed();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(call.told).toEqual([]);
    expect(call.outgoing).toBe('heard');
  });

  it('misses the report of a renewed connection in its time, and is content with the first that comes', async () => {
    begin(2000, false);
    call.watch.renewed();
    await jest.advanceTimersByTimeAsync(2000);
    expect([call.outgoing, call.told]).toEqual(['proving', []]);
    await jest.advanceTimersByTimeAsync(800);
    expect([call.outgoing, call.told]).toEqual(['not-received', [false]]);
    call.proofs.length = 0;
    call.watch.renewed();
    await jest.advanceTimersByTimeAsync(20_000);
    expect([call.outgoing, call.told]).toEqual(['not-received', [false]]);
    // Else the customer would be taken back into the silence.
    expect(call.proofs).not.toContain('proving');
    call.reports = true;
    await jest.advanceTimersByTimeAsync(800);
    expect([call.outgoing, call.told]).toEqual(['heard', [false, true]]);
  });

  it('is content at once with a report that comes in time', async () => {
    begin(2000, false);
    call.watch.renewed();
    await jest.advanceTimersByTimeAsync(1200);
    call.reports = true;
    await jest.advanceTimersByTimeAsync(800);
    expect([call.outgoing, call.told[0]]).toEqual(['heard', true]);
    expect(call.told).not.toContain(false);
  });
});
