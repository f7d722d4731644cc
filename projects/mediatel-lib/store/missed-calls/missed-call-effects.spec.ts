import { jest } from '@jest/globals';
import { StoreHarness, type WireSnapshot } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import type { MissedCall } from '../state/missed-call';
import { MissedCallActions } from '../state/missed-call-actions';
import { missedCallsKept, selectMissedCalls } from '../state/missed-calls-feature';
import { selectForcePause } from '../selectors/pause-selectors';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const error: WireSnapshot = { callErrorID: '-223', callErrorText: 'No Answer from agent' };
const forcePause: WireSnapshot = { ...error, pauseId: '99', pauseList: [['99', 'Force Pause']] };

class Shift extends StoreHarness {
  readonly #cards = this.store.selectSignal(selectMissedCalls);
  readonly #forcePause = this.store.selectSignal(selectForcePause);

  get cards(): readonly MissedCall[] {
    return this.#cards();
  }
  get forcePause() {
    return this.#forcePause();
  }
  /** Time passes for timers, clock and server alike. */
  pass(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= 500) {
      this.clock.advance(Math.min(left, 500));
      jest.advanceTimersByTime(Math.min(left, 500));
    }
  }
  say(state: string, fields: WireSnapshot = {}): void {
    this.snapshot(state, { serverTime: 1_000_000 + this.clock.monotonic(), ...fields });
  }
  /** Mediatel ends a delivery without an answer. */
  unanswered(): void {
    this.say('STATE_MAKECALL_FAILED', error);
    this.say('STATE_PAUSE', forcePause);
  }
}

async function delivering(autoAnswer: 'expected' | 'never' = 'never'): Promise<Shift> {
  const shift = new Shift({ autoAnswer });
  await shift.signIn();
  shift.say('STATE_CALL_DELIVERED');
  return shift;
}

beforeAll(preloadEffects);

describe('a missed call', () => {
  it.each(['sip', 'mediatel'])('rang, and nobody answered in time: one card if %s reports it first', async (first) => {
    const shift = await delivering();
    shift.softphone.invite('a', '0501112233');
    shift.pass(9000);
    if (first === 'sip') shift.softphone.end('server', 'Canceled');
    shift.unanswered();
    if (first === 'mediatel') shift.softphone.end('server', 'Canceled');
    shift.pass(5000);
    expect(shift.cards).toEqual([
      {
        id: 1,
        reason: { kind: 'not-answered', ringDurationMs: 9000 },
        number: '0501112233',
        queueName: 'DM_MFO_1',
        callTraceID: '1185574264',
        forcePause: true,
        missedAt: 1_009_000,
      },
    ]);
    expect(shift.forcePause).toEqual({ missed: shift.cards[0], recovery: { type: 'endPause' } });
  });

  it('is none while it rings on in the tab that took it from a closed one, and is one if nobody answers there', async () => {
    const shift = await delivering();
    shift.softphone.invite('a', '0501112233');
    shift.pass(3000);
    shift.softphone.end('failure', 'the tab that was the phone is gone');
    shift.pass(1000);
    shift.softphone.invite('a', '0501112233');
    shift.pass(3000);
    expect(shift.cards).toEqual([]);
    shift.unanswered();
    expect(shift.cards).toMatchObject([{ reason: { kind: 'not-answered' }, number: '0501112233', forcePause: true }]);
  });

  const silent: readonly (readonly [string, (shift: Shift) => void, MissedCall['reason']])[] = [
    ['all looked well', () => undefined, { kind: 'never-rang' }],
    [
      'the SIP account was refused',
      (shift) => {
        shift.softphone.report({
          type: 'registrationChanged',
          registration: { status: 'rejected', sipStatus: 403, detail: 'Forbidden' },
        });
      },
      { kind: 'not-registered', sipStatus: 403, detail: 'Forbidden' },
    ],
    [
      'the SIP connection was lost',
      (shift) => {
        const registration = { status: 'waiting', retryAt: 4000, detail: 'closed' } as const;
        shift.softphone.report({ type: 'registrationChanged', registration });
      },
      { kind: 'sip-connection-lost', detail: 'closed' },
    ],
    [
      'the SIP connection was lost and is back',
      (shift) => {
        const registration = { status: 'waiting', retryAt: 4000, detail: 'closed' } as const;
        shift.softphone.report({ type: 'registrationChanged', registration });
        shift.pass(3000);
        shift.softphone.report({
          type: 'registrationChanged',
          registration: { status: 'registered', otherContacts: 0 },
        });
      },
      { kind: 'sip-connection-lost', detail: 'closed' },
    ],
  ];

  it.each(silent)('never rang: %s', async (_what, happen, reason) => {
    const shift = await delivering();
    happen(shift);
    shift.unanswered();
    expect(shift.cards).toMatchObject([{ reason, forcePause: true }]);
    const isLost = shift.state.softphone.registration.status !== 'registered';
    expect(shift.forcePause?.recovery?.type === 'retryNow').toBe(isLost);
  });

  it('was refused without a microphone', async () => {
    const shift = await delivering();
    shift.softphone.report({
      type: 'microphoneChanged',
      microphone: { status: 'failed', failure: 'denied', detail: '' },
    });
    shift.softphone.report({
      ...{ type: 'inviteRefused', callId: 'a', refusal: 'no-microphone', callerNumber: '050', at: 0 },
    });
    shift.unanswered();
    shift.pass(5000);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'no-microphone', failure: 'denied' }, forcePause: true }]);
    expect(shift.forcePause?.recovery).toEqual({ type: 'reopenMicrophone' });
  });

  it('was refused without a microphone, and Mediatel does not report it', async () => {
    const shift = await delivering();
    shift.softphone.report({
      ...{ type: 'inviteRefused', callId: 'a', refusal: 'no-microphone', callerNumber: '050', at: 0 },
    });
    expect(shift.cards).toEqual([]);
    shift.pass(2000);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'no-microphone' }, forcePause: false, number: '050' }]);
  });

  it('rang, and had no microphone when it was answered', async () => {
    const shift = await delivering();
    shift.softphone.invite('a', '0501112233');
    shift.pass(3000);
    shift.softphone.report({
      ...{ type: 'microphoneChanged', microphone: { status: 'failed', failure: 'lost', detail: '' } },
    });
    shift.softphone.report({
      ...{ type: 'inviteRefused', callId: 'a', refusal: 'no-microphone', callerNumber: '0501112233', at: 0 },
    });
    shift.softphone.end('failure', 'no microphone');
    shift.unanswered();
    shift.pass(5000);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'no-microphone', failure: 'lost' }, number: '0501112233' }]);
  });

  it('came during another call, which is not reported as missed', async () => {
    const shift = await delivering('expected');
    shift.softphone.invite('a');
    shift.say('STATE_CALL_ACTIVE');
    shift.softphone.report({ type: 'inviteRefused', callId: 'b', refusal: 'busy', callerNumber: '067', at: 0 });
    shift.pass(5000);
    expect(shift.cards).toMatchObject([
      { reason: { kind: 'busy' }, number: '067', callTraceID: null, queueName: null, forcePause: false },
    ]);
  });

  it('has the reason tab-asleep if the phone’s timers stood still', async () => {
    const shift = await delivering();
    shift.softphone.invite('a');
    shift.pass(1000);
    shift.clock.advance(30_000);
    shift.softphone.end('server', 'Canceled');
    shift.unanswered();
    expect(shift.cards).toMatchObject([{ reason: { kind: 'tab-asleep', sleepDurationMs: 30_000 } }]);
  });

  it('has the reason tab-asleep if its snapshots arrive long after they were sent', async () => {
    const shift = new Shift({ autoAnswer: 'never' });
    await shift.signIn();
    shift.clock.advance(40_000);
    shift.snapshot('STATE_CALL_DELIVERED', { serverTime: 1_005_000 });
    shift.snapshot('STATE_PAUSE', { ...forcePause, serverTime: 1_020_000 });
    expect(shift.cards).toMatchObject([{ reason: { kind: 'tab-asleep', sleepDurationMs: 20_000 }, forcePause: true }]);
  });

  it('was answered on another device', async () => {
    const shift = await delivering();
    shift.softphone.invite('a');
    shift.pass(3000);
    shift.softphone.end('server', 'Canceled');
    shift.say('STATE_CALL_ACTIVE');
    shift.pass(2000);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'answered-elsewhere' }, forcePause: false }]);
  });

  it('was given up by the caller', async () => {
    const shift = await delivering();
    shift.softphone.invite('a');
    shift.pass(3000);
    shift.softphone.end('server', 'Canceled');
    shift.say('STATE_IDLE');
    shift.pass(2000);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'caller-gave-up', ringDurationMs: 3000 } }]);
  });

  it('happened while there was no link to Mediatel', async () => {
    const shift = new Shift();
    await shift.signIn();
    shift.disconnect();
    shift.connect();
    shift.say('STATE_PAUSE', forcePause);
    expect(shift.cards).toMatchObject([{ reason: { kind: 'not-connected' }, forcePause: true }]);
  });
});

describe('no card is left', () => {
  it('by a Force Pause that a loading page finds; the Force Pause is explained all the same', async () => {
    const shift = new Shift();
    await shift.signIn('STATE_PAUSE', forcePause);
    expect(shift.cards).toEqual([]);
    expect(shift.forcePause).toEqual({ missed: null, recovery: { type: 'endPause' } });
  });

  it('by a call the operator cancelled', async () => {
    const shift = await delivering();
    shift.softphone.invite('a');
    shift.dispatch(CommandActions.hangUp());
    shift.say('STATE_IDLE');
    shift.softphone.end('server', 'Canceled');
    shift.pass(5000);
    expect(shift.cards).toEqual([]);
  });

  it('by a call that was answered, nor by a customer who did not', async () => {
    const shift = await delivering('expected');
    shift.softphone.invite('a');
    shift.say('STATE_CALL_ACTIVE');
    shift.softphone.end();
    shift.say('STATE_CLERICAL');
    shift.say('STATE_MAKECALL_REQUEST', { callTraceID: '2' });
    shift.say('STATE_MAKECALL_FAILED', { callErrorID: '-17', callErrorText: 'Busy' });
    shift.pass(5000);
    expect(shift.cards).toEqual([]);
  });
});

it('a second missed call right after the first has its own card', async () => {
  const shift = await delivering();
  shift.unanswered();
  shift.say('STATE_IDLE', { callErrorID: '-1' });
  shift.say('STATE_CALL_DELIVERED', { callTraceID: '2' });
  shift.softphone.invite('b');
  shift.pass(1000);
  shift.softphone.end('server', 'Canceled');
  shift.unanswered();
  expect(shift.cards.map(({ id, callTraceID, reason }) => [id, callTraceID, reason.kind])).toEqual([
    [1, '1185574264', 'never-rang'],
    [2, '2', 'not-answered'],
  ]);
});

it('cards can be dismissed, and the oldest are dropped', async () => {
  const shift = await delivering();
  for (let i = 0; i < missedCallsKept + 5; i++) {
    shift.softphone.report({ type: 'inviteRefused', callId: `b${i}`, refusal: 'busy', callerNumber: null, at: 0 });
  }
  expect(shift.cards.map(({ id }) => id)[0]).toBe(6);
  expect(shift.cards).toHaveLength(missedCallsKept);
  shift.dispatch(MissedCallActions.dismiss({ id: 6 }));
  expect(shift.cards.map(({ id }) => id)[0]).toBe(7);
  shift.dispatch(MissedCallActions.dismissAll());
  expect(shift.cards).toEqual([]);
});
