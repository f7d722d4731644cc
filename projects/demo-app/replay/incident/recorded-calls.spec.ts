import { recordedCalls } from './recorded-calls';
import { entriesOf, phone, request, snapshot, type Timed } from './recording.fixture';

const at = (ms: number, state: string, fields: Readonly<Record<string, unknown>> = {}): Timed => [
  ms,
  snapshot(state, { callType: '1', ...fields }),
];
const idle = (ms: number): Timed => at(ms, 'STATE_IDLE');
const callsOf = (...facts: readonly Timed[]) => recordedCalls(entriesOf(...facts));

describe('recordedCalls', () => {
  it('has a call from its first sign to its end, with its holds', () => {
    const calls = callsOf(
      ...[idle(0), at(1000, 'STATE_CALL_DELIVERED', { queueName: 'IN_Support' }), at(2000, 'STATE_CALL_ACTIVE')],
      ...[
        at(3000, 'STATE_HOLD'),
        at(3500, 'STATE_HOLD_DIALPAD'),
        at(5000, 'STATE_CALL_ACTIVE'),
        at(6000, 'STATE_MUTE'),
      ],
      ...[at(7000, 'STATE_HOLD'), at(9000, 'STATE_CLERICAL'), idle(20_000)],
    );
    expect(calls).toEqual([
      {
        ...{ direction: 'incoming', queue: 'DM_MFO_1', beganMs: 1000, joinedMs: 2000, endedMs: 9000 },
        ...{ endedBy: 'customer', outcome: 'talked' },
        holds: [
          { fromMs: 3000, toMs: 5000 },
          { fromMs: 7000, toMs: 9000 },
        ],
      },
    ]);
  });

  it('keeps the queue if a later snapshot has none', () => {
    const [call] = callsOf(
      at(0, 'STATE_CALL_ACTIVE', { queueName: 'A' }),
      at(5, 'STATE_CALL_ACTIVE', { queueName: '' }),
      idle(9),
    );
    expect(call?.queue).toBe('A');
  });

  it.each<[string, Timed[], string]>([
    ['that is dialled', [at(1, 'STATE_MAKECALL_REQUEST'), at(2, 'STATE_CALL_DELIVERED')], 'outgoing'],
    ['whose type is that of a manual call', [at(1, 'STATE_CALL_ACTIVE', { callType: '3' })], 'outgoing'],
    ['while dialling is automatic', [at(1, 'STATE_CALL_DELIVERED', { predictiveStatus: '1' })], 'predictive'],
    ['that comes', [at(1, 'STATE_CALL_DELIVERED')], 'incoming'],
  ])('knows the direction of a call %s', (_, facts, direction) => {
    expect(callsOf(...facts, at(5, 'STATE_CALL_ACTIVE', { callType: '-1' }), idle(9))).toMatchObject([{ direction }]);
  });

  it.each<[string, Timed[], string]>([
    ['the operator’s request', [[40_000, request('closeCall')]], 'operator'],
    [
      'the operator’s phone',
      [[40_000, phone({ type: 'ended', callId: 'a', by: 'operator', answered: true, cause: '', at: 1 })]],
      'operator',
    ],
    [
      'the server',
      [[40_000, phone({ type: 'ended', callId: 'a', by: 'server', answered: true, cause: '', at: 1 })]],
      'customer',
    ],
    ['a request that did nothing', [[2000, request('closeCall')]], 'customer'],
    [
      'a request that was not sent',
      [[40_000, { type: 'request', request: { type: 'closeCall' }, sent: false }]],
      'customer',
    ],
    ['another request', [[40_000, request('holdCall')]], 'customer'],
  ])('knows that %s ended a call', (_, facts, endedBy) => {
    expect(callsOf(at(1, 'STATE_CALL_ACTIVE'), ...facts, idle(41_000))).toMatchObject([{ endedBy }]);
  });

  it.each<[string, Timed[], string]>([
    ['missed', [at(1, 'STATE_CALL_DELIVERED'), at(9, 'STATE_PAUSE')], 'missed'],
    ['missed, by the error', [at(1, 'STATE_CALL_DELIVERED'), at(9, 'STATE_IDLE', { callErrorID: '-223' })], 'missed'],
    ['given up', [at(1, 'STATE_CALL_DELIVERED'), idle(9)], 'givenUp'],
    ['busy', [at(1, 'STATE_MAKECALL_REQUEST'), at(9, 'STATE_MAKECALL_FAILED', { callErrorID: '-224' })], 'busy'],
    [
      'busy, by the words',
      [at(1, 'STATE_MAKECALL_REQUEST'), at(9, 'STATE_MAKECALL_FAILED', { callErrorText: 'Абонент зайнятий' })],
      'busy',
    ],
    [
      'not answered',
      [at(1, 'STATE_MAKECALL_REQUEST'), at(9, 'STATE_MAKECALL_FAILED', { callErrorID: '-225' })],
      'neverAnswers',
    ],
  ])('knows a call that was %s', (_, facts, outcome) => {
    expect(callsOf(...facts)).toMatchObject([{ outcome, joinedMs: null, endedMs: 9 }]);
  });

  it('ends a call that still lasts with the recording', () => {
    const lasting = callsOf(at(1, 'STATE_CALL_ACTIVE'), [50, { type: 'page', event: 'hidden' }]);
    expect(lasting).toMatchObject([{ joinedMs: 1, endedMs: 50, outcome: 'talked' }]);
    expect(callsOf(at(1, 'STATE_CALL_DELIVERED'), [50, { type: 'page', event: 'hidden' }])).toEqual([]);
    expect(callsOf(at(1, 'STATE_CALL_ACTIVE'))).toEqual([]);
  });

  it('passes over what it can’t read', () => {
    const bad: Timed = [3, { type: 'message', message: { type: 'snapshot', data: 7, receivedAt: 0, connection: 1 } }];
    const strange = at(4, 'STATE_OF_NOBODY', { status: 'odd' });
    expect(callsOf(at(1, 'STATE_CALL_ACTIVE'), bad, strange, idle(9))).toMatchObject([{ joinedMs: 1, endedMs: 9 }]);
  });
});
