import { incidentOf } from './incident-of';
import { badQuality, entriesOf, phone, snapshot, type Timed } from './recording.fixture';

const down = (at: number): Timed => [at, { type: 'connection', state: { status: 'connecting', attempt: 1 } }];
const up = (at: number): Timed => [at, { type: 'connection', state: { status: 'connected' } }];
const quality = (at: number): Timed => [at, { type: 'quality', quality: badQuality }];
const rated = (at: number, rating: 'good' | 'poor'): Timed => [
  at,
  phone({ type: 'qualityChanged', callId: 'a', rating, alarms: [], mos: 3, at }),
];
const at = (ms: number, state: string): Timed => [ms, snapshot(state, { callType: '1' })];

describe('incidentOf', () => {
  it('puts each fault in its call, in the order of time, and counts those outside', () => {
    const incident = incidentOf({
      entries: entriesOf(
        ...[up(100), at(200, 'STATE_IDLE'), down(300), up(900)],
        ...[
          down(1500),
          at(2000, 'STATE_CALL_ACTIVE'),
          at(2500, 'STATE_HOLD'),
          up(3000),
          quality(3100),
          rated(3200, 'poor'),
        ],
        ...[at(4000, 'STATE_CALL_ACTIVE'), down(4500), at(5000, 'STATE_CLERICAL'), up(7500), rated(8000, 'good')],
        ...[at(9000, 'STATE_CALL_ACTIVE'), at(9500, 'STATE_CLERICAL')],
      ),
    });
    expect(incident).toMatchObject({ beganMs: 100, elsewhere: 2 });
    expect(incident.calls.map(({ events }) => events)).toEqual([
      [
        { type: 'cut', link: 'mediatel', atMs: 0, seconds: 1 },
        { type: 'hold', atMs: 500 },
        { type: 'badLine', atMs: 1200, line: { lossPercent: 15, delayMs: 350, jitterMs: 42 } },
        { type: 'holdOver', atMs: 2000 },
        { type: 'cut', link: 'mediatel', atMs: 2500, seconds: 3 },
      ],
      [],
    ]);
  });

  it('leaves out what a hold’s end would be at the end of the call', () => {
    const entries = entriesOf(at(0, 'STATE_CALL_ACTIVE'), at(2000, 'STATE_HOLD'), at(5000, 'STATE_CLERICAL'));
    expect(incidentOf({ entries }).calls[0]?.events).toEqual([{ type: 'hold', atMs: 2000 }]);
  });

  it('has nothing of a call that nobody answered', () => {
    const entries = entriesOf(up(0), at(10, 'STATE_CALL_DELIVERED'), down(20), up(30), at(40, 'STATE_PAUSE'));
    expect(incidentOf({ entries })).toMatchObject({ calls: [{ outcome: 'missed', events: [] }], elsewhere: 1 });
  });
});
