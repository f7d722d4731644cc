import type { CallQuality, QualityAlarm, QualityRating } from 'mediatel-lib/ports';
import { recordedSound } from './recorded-sound';
import { badQuality, entriesOf, phone, proved, type Timed } from './recording.fixture';

const rated = (at: number, rating: QualityRating, alarms: readonly QualityAlarm[] = []): Timed => [
  at,
  phone({ type: 'qualityChanged', callId: 'a', rating, alarms, mos: 3, at }),
];
const measured = (at: number, quality: Partial<CallQuality> | null): Timed => [
  at,
  { type: 'quality', quality: quality && { ...badQuality, ...quality } },
];
const ended = (at: number): Timed => [
  at,
  phone({ type: 'ended', callId: 'a', by: 'server', answered: true, cause: '', at }),
];
const incoming = (at: number, audibility: 'no-packets' | 'heard'): Timed => [at, proved(audibility, at)];

describe('recordedSound', () => {
  it('finds a bad line with its figures, their changes, and its end', () => {
    const entries = entriesOf(
      ...[measured(4, {}), rated(5, 'poor'), measured(7, { lossShare: 0.018, roundTrip: null, jitter: 9.6 })],
      ...[rated(8, 'fair'), rated(12, 'good'), rated(13, 'good')],
    );
    expect(recordedSound(entries)).toEqual([
      { type: 'badLine', atMs: 5, line: { lossPercent: 15, delayMs: 350, jitterMs: 42 } },
      { type: 'badLine', atMs: 8, line: { lossPercent: 2, delayMs: 0, jitterMs: 10 } },
      { type: 'goodLine', atMs: 12 },
    ]);
  });

  it.each<[string, Timed[], { readonly lossPercent: number; readonly delayMs: number; readonly jitterMs: number }]>([
    [
      'an alarm of a line that sounds good',
      [measured(0, {}), rated(5, 'good', ['jitter'])],
      { lossPercent: 15, delayMs: 350, jitterMs: 42 },
    ],
    ['a rating without an alarm', [measured(0, {}), rated(5, 'fair')], { lossPercent: 15, delayMs: 350, jitterMs: 42 }],
    [
      'the loss of the other direction',
      [measured(0, { sent: { mos: 2, lossShare: 0.3 } }), rated(5, 'poor')],
      { lossPercent: 30, delayMs: 350, jitterMs: 42 },
    ],
    ['no figures', [rated(5, 'poor')], { lossPercent: 10, delayMs: 0, jitterMs: 0 }],
    [
      'figures of nothing',
      [measured(0, { lossShare: 0, roundTrip: 0, jitter: 0.2 }), rated(5, 'poor')],
      { lossPercent: 10, delayMs: 0, jitterMs: 0 },
    ],
    [
      'figures of the call before',
      [measured(0, {}), ended(1), rated(5, 'poor')],
      { lossPercent: 10, delayMs: 0, jitterMs: 0 },
    ],
    [
      'figures beyond all',
      [measured(0, { lossShare: 3, roundTrip: 9000, jitter: 8000 }), rated(5, 'poor')],
      { lossPercent: 100, delayMs: 5000, jitterMs: 5000 },
    ],
  ])('has a line for %s', (_, facts, line) => {
    expect(recordedSound(entriesOf(...facts))).toEqual([{ type: 'badLine', atMs: 5, line }]);
  });

  it('has no good line after a bad call, and none at first', () => {
    const entries = entriesOf(rated(1, 'good'), rated(5, 'poor'), ended(8), rated(12, 'good'));
    expect(recordedSound(entries).map(({ type }) => type)).toEqual(['badLine']);
  });

  it('finds when the customer was not heard, before it was noticed', () => {
    const entries = entriesOf(
      ...[
        incoming(1000, 'heard'),
        incoming(9000, 'no-packets'),
        incoming(9500, 'no-packets'),
        incoming(12_000, 'heard'),
      ],
      ...[incoming(13_000, 'heard'), incoming(20_000, 'no-packets'), ended(21_000), incoming(30_000, 'heard')],
    );
    expect(recordedSound(entries)).toEqual([
      { type: 'audioGone', atMs: 6000 },
      { type: 'audioBack', atMs: 12_000 },
      { type: 'audioGone', atMs: 17_000 },
    ]);
  });

  it('does not count a hold', () => {
    const held = { audibility: 'no-packets', reason: 'held' } as const;
    const outgoing = { audibility: 'heard', reason: null } as const;
    const proof = { outgoing, incoming: held, received: null };
    expect(recordedSound(entriesOf([5000, phone({ type: 'audioProved', callId: 'a', proof, at: 5000 })]))).toEqual([]);
  });
});
