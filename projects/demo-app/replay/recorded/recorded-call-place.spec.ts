import { type Timed, entriesOf, phone, snapshot } from '../incident/recording.fixture';
import { callPlaceIn, placeOf } from './recorded-call-place';

const call = { callTraceID: '77', ani: '•••01' };
const answered = (callId: string, at: number) => phone({ type: 'answered', callId, at });
const ended = (callId: string, at: number) =>
  phone({ type: 'ended', callId, by: 'server', answered: true, cause: 'bye', at });
const before = [
  [5000, { type: 'page', event: 'loaded' }],
  [5100, snapshot('STATE_IDLE')],
] as const;
const talk = [
  [8000, snapshot('STATE_CALL_DELIVERED', call)],
  [8600, answered('a', 8600)],
  [8900, snapshot('STATE_CALL_ACTIVE', call)],
  [20_000, ended('a', 20_000)],
  [20_050, snapshot('STATE_CLERICAL', call)],
  [24_000, snapshot('STATE_IDLE')],
] as const;
const recording = (...facts: readonly Timed[]) => ({ entries: entriesOf(...facts) });

describe('a call in a flight recording', () => {
  it('begins when its phone answers, as its sound does', () => {
    expect(callPlaceIn(recording(...before, ...talk), '77')).toEqual({ answeredMs: 3600, untilMs: 15_050 });
  });

  it('begins with its talk if the phone said nothing', () => {
    const silent = talk.filter(([, { type }]) => type !== 'phone');
    expect(callPlaceIn(recording(...before, ...silent), '77')).toEqual({ answeredMs: 3900, untilMs: 15_050 });
  });

  it('may be answered a moment before its first snapshot', () => {
    const early = talk.map(([at, fact]) => [fact.type === 'phone' && at === 8600 ? 7500 : at, fact] as const);
    const inOrder = [...early].sort(([a], [b]) => a - b);
    expect(callPlaceIn(recording(...before, ...inOrder), '77')?.answeredMs).toBe(2500);
  });

  it('is not begun by the answer to the call before it, nor by that to the next', () => {
    const one = [
      [6000, answered('z', 6000)],
      [7900, ended('z', 7900)],
    ] as const;
    const next = [[25_000, answered('b', 25_000)]] as const;
    expect(callPlaceIn(recording(...before, ...one, ...talk, ...next), '77')?.answeredMs).toBe(3600);
    const silent = talk.filter(([, { type }]) => type !== 'phone');
    expect(callPlaceIn(recording(...before, ...one, ...silent, ...next), '77')?.answeredMs).toBe(3900);
  });

  it.each([
    ['another call', recording(...before, ...talk), '78'],
    ['a recording of nothing', recording(), '77'],
    ['a recording that has lost its beginning', recording(...talk), '77'],
    [
      'a call that nobody answered',
      recording(...before, [8000, snapshot('STATE_CALL_DELIVERED', call)], [9000, snapshot('STATE_IDLE')]),
      '77',
    ],
  ])('is not found: %s', (_what, file, traceId) => {
    expect(callPlaceIn(file, traceId)).toBeNull();
  });

  it('has a place for each moment of its sound, up to its end', () => {
    const place = { answeredMs: 3600, untilMs: 15_050 };
    expect([0, 1000, 11_450].map((atMs) => placeOf(place, atMs))).toEqual([3600, 4600, 15_050]);
    // The sound recording may be a moment longer.
    expect(placeOf(place, 12_450)).toBe(15_050);
    expect([-1, 12_451].map((atMs) => placeOf(place, atMs))).toEqual([null, null]);
  });
});
