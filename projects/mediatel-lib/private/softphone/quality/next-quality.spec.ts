import type { CallQuality } from 'mediatel-lib/ports';
import type { CallStats } from './call-stats';
import { nextQuality, sameVerdict } from './next-quality';

/** The line in one second. */
interface Line {
  readonly packets?: number;
  readonly lost?: number;
  readonly jitter?: number;
  readonly roundTrip?: number | null;
  readonly concealed?: number;
  /** Milliseconds. */
  readonly buffer?: number;
}

const start: CallStats = {
  measuredAt: 0,
  sent: { packets: 0, energy: null, duration: 0 },
  received: { packets: 0, energy: null, duration: 0 },
  packetsLost: 0,
  jitter: 0,
  roundTrip: null,
  samples: 0,
  concealed: 0,
  bufferDelay: 0,
  buffered: 0,
  missedThere: null,
  reportedAt: null,
};

function after(stats: CallStats, line: Line): CallStats {
  return {
    ...stats,
    measuredAt: stats.measuredAt + 1000,
    received: { ...stats.received, packets: stats.received.packets + (line.packets ?? 50) },
    packetsLost: stats.packetsLost + (line.lost ?? 0),
    jitter: (line.jitter ?? 2) / 1000,
    roundTrip: line.roundTrip === null ? null : (line.roundTrip ?? 40) / 1000,
    samples: stats.samples + 8000,
    concealed: stats.concealed + 8000 * (line.concealed ?? 0),
    bufferDelay: stats.bufferDelay + (8000 * (line.buffer ?? 40)) / 1000,
    buffered: stats.buffered + 8000,
  };
}

type Span = readonly [seconds: number, line: Line];

/** A call over several lines, each for some seconds. */
function over(...lines: readonly Span[]): CallQuality[] {
  let stats = start;
  let quality: CallQuality | null = null;
  return lines.flatMap(([seconds, line]) =>
    Array.from({ length: seconds }, () => {
      const now = after(stats, line);
      quality = nextQuality('call', quality, stats, now);
      stats = now;
      return quality;
    }).filter((one) => one !== null),
  );
}

const last = (...lines: readonly Span[]): CallQuality | undefined => over(...lines).at(-1);

describe('nextQuality', () => {
  // MOS by G.107 for the line's own figures: loss with Bpl 25.1, delay of rtt/2 and the buffer.
  it.each<[string, Line, number, CallQuality['rating'], readonly string[]]>([
    ['a good line', {}, 4.41, 'good', []],
    ['2 % lost', { packets: 49, lost: 1 }, 4.2, 'good', []],
    ['10 % lost', { packets: 45, lost: 5 }, 3.4, 'fair', []],
    ['20 % lost', { packets: 40, lost: 10 }, 2.6, 'poor', ['mos']],
    ['10 % that came too late', { concealed: 0.1 }, 3.4, 'fair', []],
    ['a long way', { roundTrip: 500 }, 4.0, 'good', ['round-trip']],
    ['a line with jitter', { jitter: 35, buffer: 120 }, 4.4, 'good', ['jitter']],
  ])('rates %s', (_what, line, mos, rating, alarms) => {
    const quality = last([30, line]);
    expect(Math.abs((quality?.mos ?? 0) - mos)).toBeLessThan(0.1);
    expect(quality).toMatchObject({ rating, alarms });
  });

  it('begins each alarm at its limit and ends it well inside', () => {
    const alarms = (...trips: number[]) =>
      over(...trips.map((roundTrip) => [1, { roundTrip }] as const)).map((one) => one.alarms.length);
    expect(alarms(399, 400, 399, 341, 339, 399, 400)).toEqual([0, 1, 1, 1, 0, 0, 1]);
  });

  it('does not flicker on a line at the border', () => {
    const border = Array.from({ length: 60 }, (_, i) => [1, { packets: 42, lost: i % 2 ? 3 : 4 }] as const);
    const ratings = over([20, { packets: 42, lost: 4 }], ...border).map(({ rating }) => rating);
    const changes = ratings.filter((rating, i) => i > 0 && rating !== ratings[i - 1]).length;
    expect(changes).toBeLessThanOrEqual(1);
  });

  it('recovers from a bad second within a few seconds', () => {
    const [bad, ...better] = over([10, {}], [1, { packets: 25, lost: 25 }], [12, {}]).slice(10);
    expect(bad?.mos).toBeLessThan(4.2);
    expect(better.at(-1)?.mos).toBeGreaterThan(4.3);
  });

  it('raises no alarm for a bad first second alone, but for a lasting fault', () => {
    const rough = { packets: 30, lost: 20, concealed: 0.5, jitter: 90, buffer: 400 };
    expect(over([1, rough], [5, {}]).flatMap(({ alarms }) => alarms)).toEqual([]);
    expect(last([5, rough])?.alarms).toEqual(['jitter', 'mos']);
  });

  it('keeps the last figures while no audio comes, and the last round trip while none is reported', () => {
    const quality = last([3, {}]);
    expect(last([3, {}], [5, { packets: 0 }])).toEqual(quality);
    expect(last([3, { roundTrip: 80 }], [1, { roundTrip: null }])?.roundTrip).toBe(80);
    expect(last([1, { roundTrip: null }])?.roundTrip).toBeNull();
  });

  it('compares verdicts, not figures', () => {
    const [first = null, second = null] = over([2, {}]);
    expect(sameVerdict(first, second)).toBe(true);
    expect(sameVerdict(null, first)).toBe(false);
    expect(sameVerdict(second, last([5, { roundTrip: 500 }]) ?? null)).toBe(false);
  });
});

describe('the direction to the other party', () => {
  const reported = (quality: CallQuality | null, missedThere: number | null) =>
    nextQuality('c', quality, start, { ...after(start, {}), missedThere });

  it('is unknown before its first report, and then measured by it', () => {
    const unknown = reported(null, null);
    expect(unknown?.sent).toBeNull();
    const fine = reported(unknown, 0);
    expect(fine?.sent).toMatchObject({ lossShare: 0 });
    expect(fine?.sent?.mos).toBeGreaterThan(4);
    const bad = [...Array(20)].reduce<CallQuality | null>((quality) => reported(quality, 0.3), fine);
    expect(bad?.sent?.lossShare).toBeCloseTo(0.3, 1);
    expect(bad?.sent?.mos).toBeLessThan(3);
    expect(reported(bad, null)?.sent).toEqual(bad?.sent);
  });
});
