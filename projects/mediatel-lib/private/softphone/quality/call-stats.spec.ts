import { levelBetween, readCallStats } from './call-stats';

/** As Chromium reports a G.711 call, shortened. */
const entries = [
  { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 },
  { type: 'candidate-pair', nominated: false, state: 'succeeded', currentRoundTripTime: 9 },
  {
    type: 'inbound-rtp',
    kind: 'audio',
    packetsReceived: 100,
    packetsLost: 3,
    jitter: 0.004,
    concealedSamples: 500,
    silentConcealedSamples: 100,
    totalSamplesReceived: 16_000,
    jitterBufferDelay: 640,
    jitterBufferEmittedCount: 16_000,
    totalAudioEnergy: 0.5,
    totalSamplesDuration: 2,
  },
  { type: 'outbound-rtp', kind: 'audio', packetsSent: 90 },
  { type: 'media-source', kind: 'audio', totalAudioEnergy: 0.02, totalSamplesDuration: 2 },
  { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.08, fractionLost: 0.25, timestamp: 1234.5 },
];

describe('readCallStats', () => {
  it('collects the figures of a report', () => {
    expect(readCallStats(new Map(entries.map((entry, id) => [String(id), entry])), 7)).toEqual({
      measuredAt: 7,
      sent: { packets: 90, energy: 0.02, duration: 2 },
      received: { packets: 100, energy: 0.5, duration: 2 },
      packetsLost: 3,
      jitter: 0.004,
      roundTrip: 0.08,
      samples: 16_000,
      concealed: 400,
      bufferDelay: 640,
      buffered: 16_000,
      missedThere: 0.25,
      reportedAt: 1234.5,
    });
  });

  it('uses the round trip of the ICE checks until the other side reports', () => {
    const [pair, other] = entries;
    const report = new Map(Object.entries({ pair, other }));
    expect(readCallStats(report, 0)).toMatchObject({ roundTrip: 0.05, missedThere: null, reportedAt: null });
  });

  it('has no level of audio that Firefox sends', () => {
    const firefox = [
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 326, totalAudioEnergy: 0.05, totalSamplesDuration: 6.67 },
      { type: 'outbound-rtp', kind: 'audio', packetsSent: 326 },
      { type: 'media-source', kind: 'audio', trackIdentifier: '{350a9055}' },
    ];
    expect(readCallStats(new Map(firefox.map((entry, id) => [String(id), entry])), 0)).toMatchObject({
      sent: { packets: 326, energy: null },
      received: { packets: 326, energy: 0.05 },
    });
  });

  it('reads an empty report as nothing known', () => {
    expect(readCallStats(new Map(), 0)).toMatchObject({
      sent: { packets: 0, energy: null, duration: 0 },
      received: { packets: 0, energy: null, duration: 0 },
      roundTrip: null,
    });
  });
});

describe('levelBetween', () => {
  const of = (energy: number | null, duration: number) => ({ packets: 0, energy, duration });
  it.each([
    ['of a second', of(0, 1), of(0.09, 2), 0.3],
    ['of silence', of(0.5, 1), of(0.5, 2), 0],
    ['of a source without new samples', of(0.5, 1), of(0.5, 1), 0],
    ['of a new source, whose counters start again', of(5, 100), of(0.25, 1), 0.5],
    ['that the browser measures only now', of(null, 0), of(0.04, 1), 0.2],
  ])('is the mean level %s', (_what, before, after, level) => {
    expect(levelBetween(before, after)).toBeCloseTo(level, 6);
  });
  it('is unknown if the browser measures none', () => {
    expect(levelBetween(of(null, 0), of(null, 0))).toBeNull();
  });
});
