import type { ConnectionState, Registration } from 'mediatel-lib/ports';
import { recordedCuts } from './recorded-cuts';
import { entriesOf, phone, type Timed } from './recording.fixture';

const connection = (at: number, state: ConnectionState): Timed => [at, { type: 'connection', state }];
const up = (at: number) => connection(at, { status: 'connected' });
const down = (at: number) => connection(at, { status: 'unreachable', retryAt: null, detail: '' });
const trying = (at: number) => connection(at, { status: 'connecting', attempt: 1 });
const registration = (at: number, state: Registration): Timed => [
  at,
  phone({ type: 'registrationChanged', registration: state }),
];
const registered = (at: number) => registration(at, { status: 'registered', otherContacts: 0 });
const waiting = (at: number) => registration(at, { status: 'waiting', retryAt: 0, detail: '' });

describe('recordedCuts', () => {
  it.each<[string, Timed[], [string, number, number][]]>([
    ['a link that was down', [up(0), down(5), trying(6), up(9)], [['mediatel', 5, 9]]],
    ['a link that tries at once', [up(0), trying(5), up(9)], [['mediatel', 5, 9]]],
    [
      'each time',
      [up(0), down(5), up(9), down(20), up(21)],
      [
        ['mediatel', 5, 9],
        ['mediatel', 20, 21],
      ],
    ],
    ['a cut until the end', [up(0), down(5), [30, { type: 'page', event: 'hidden' }]], [['mediatel', 5, 30]]],
    [
      'a cut that the operator ended',
      [up(0), down(5), connection(8, { status: 'closed' }), up(30)],
      [['mediatel', 5, 8]],
    ],
    [
      'a phone that was down',
      [
        registered(0),
        waiting(5),
        registration(6, { status: 'connecting' }),
        registration(7, { status: 'registering' }),
        registered(9),
      ],
      [['sip', 5, 9]],
    ],
    [
      'both',
      [up(0), registered(0), down(5), waiting(6), up(8), registered(9)],
      [
        ['mediatel', 5, 8],
        ['sip', 6, 9],
      ],
    ],
  ])('finds %s', (_, facts, cuts) => {
    expect(recordedCuts(entriesOf(...facts)).map(({ link, fromMs, toMs }) => [link, fromMs, toMs])).toEqual(cuts);
  });

  it.each<[string, Timed[]]>([
    ['the first connection', [trying(0), down(1), trying(2), up(5)]],
    ['a link that the operator closed', [up(0), connection(5, { status: 'closed' }), trying(7), up(9)]],
    ['a place that was taken over', [up(0), connection(5, { status: 'kicked', detail: '' }), trying(8), up(9)]],
    ['a link that is refused', [up(0), connection(5, { status: 'unauthorised' }), trying(8), up(9)]],
    ['a binding that is refreshed', [registered(0), registration(5, { status: 'registering' }), registered(6)]],
    ['a phone that was switched off', [registered(0), registration(5, { status: 'off' }), waiting(6), registered(9)]],
    [
      'a phone that is refused',
      [registered(0), registration(5, { status: 'rejected', sipStatus: 403, detail: '' }), waiting(6), registered(9)],
    ],
    ['a cut without a length', [up(0), down(5), up(5)]],
    ['nothing', []],
  ])('leaves out %s', (_, facts) => {
    expect(recordedCuts(entriesOf(...facts))).toEqual([]);
  });
});
