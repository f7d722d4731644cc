import { jest } from '@jest/globals';
import type { AgentClientApp } from 'mediatel-lib/protocol';
import { StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

describe('ringAgain', () => {
  const rings = (harness: StoreHarness): number =>
    harness.softphone.executed.filter(({ type }) => type === 'ringAgain').length;
  const registered = { type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } } as const;

  it.each(['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED'])(
    'takes up what rang before the page, in %s',
    async (state) => {
      const harness = new StoreHarness();
      await harness.signIn(state);
      expect(rings(harness)).toBe(1);
    },
  );

  it.each(['STATE_IDLE', 'STATE_CALL_ACTIVE', 'STATE_CLERICAL', 'STATE_PAUSE'])('does not in %s', async (state) => {
    const harness = new StoreHarness();
    await harness.signIn(state);
    harness.softphone.report(registered);
    expect(rings(harness)).toBe(0);
  });

  it('does not while a call rings already', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite('a');
    harness.snapshot('STATE_CALL_DELIVERED');
    harness.softphone.report(registered);
    expect(rings(harness)).toBe(0);
  });
});

describe('answerAutomatically', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('expected: snapshot first', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_MAKECALL_REQUEST');
    harness.softphone.invite('a');
    expect(harness.softphone.answered).toEqual(['a']);
    expect(harness.state.softphone.call).toMatchObject({ callId: 'a', answeredAt: 0 });
  });

  it('expected: INVITE first', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite('a');
    jest.advanceTimersByTime(799);
    expect(harness.softphone.answered).toEqual([]);
    harness.snapshot('STATE_CALL_DELIVERED');
    expect(harness.softphone.answered).toEqual(['a']);
  });

  it('expected: after 800 ms it rings for an answer by hand', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite('a');
    jest.advanceTimersByTime(800);
    harness.snapshot('STATE_CALL_DELIVERED');
    expect(harness.softphone.answered).toEqual([]);
    harness.dispatch(CommandActions.answer());
    expect(harness.softphone.answered).toEqual(['a']);
  });

  it('expected: a call is answered once; a second INVITE to it rings', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_DELIVERED');
    harness.softphone.invite('a');
    harness.softphone.end();
    harness.softphone.invite('b');
    jest.advanceTimersByTime(5000);
    expect(harness.softphone.answered).toEqual(['a']);
  });

  it('expected: a cancelled call is not answered when the snapshot comes', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite('a');
    harness.softphone.end();
    harness.snapshot('STATE_CALL_DELIVERED');
    harness.softphone.invite('b');
    expect(harness.softphone.answered).toEqual(['b']);
  });

  it('always: answers at once', async () => {
    const harness = new StoreHarness({ autoAnswer: 'always' });
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite('a');
    expect(harness.softphone.answered).toEqual(['a']);
  });

  it('never: answers nothing', async () => {
    const harness = new StoreHarness({ autoAnswer: 'never' });
    await harness.signIn('STATE_CALL_DELIVERED');
    harness.softphone.invite('a');
    jest.advanceTimersByTime(5000);
    expect(harness.softphone.answered).toEqual([]);
  });

  describe('with an operator’s AutoAnswer', () => {
    const auto = (AutoAnswer: AgentClientApp['AutoAnswer']) => ({ clientApp: { AutoAnswer } });
    const kinds = [
      ['Manual', 'STATE_MAKECALL_REQUEST', {}],
      ['Inbound', 'STATE_CALL_DELIVERED', { predictiveStatus: '0' }],
      ['Predictive', 'STATE_CALL_DELIVERED', { predictiveStatus: '1' }],
    ] as const;

    it.each(kinds)('%s alone: answers that kind', async (kind, state, fields) => {
      const others = { Manual: false, Inbound: false, Predictive: false, Other: false };
      const harness = new StoreHarness(auto({ ...others, [kind]: true }));
      await harness.signIn('STATE_IDLE', fields);
      harness.snapshot(state, fields);
      harness.softphone.invite('a');
      expect(harness.softphone.answered).toEqual(['a']);
    });

    it.each(kinds)('all but %s: that kind rings for an answer by hand', async (kind, state, fields) => {
      const harness = new StoreHarness(auto({ [kind]: false }));
      await harness.signIn('STATE_IDLE', fields);
      harness.snapshot(state, fields);
      harness.softphone.invite('a');
      jest.advanceTimersByTime(60_000);
      expect(harness.softphone.answered).toEqual([]);
      harness.dispatch(CommandActions.answer());
      expect(harness.softphone.answered).toEqual(['a']);
    });

    it('Other: decides on a call that no snapshot announces', async () => {
      const harness = new StoreHarness({ autoAnswer: 'always', ...auto({ Other: true, Inbound: false }) });
      await harness.signIn('STATE_IDLE');
      harness.softphone.invite('a');
      jest.advanceTimersByTime(800);
      expect(harness.softphone.answered).toEqual(['a']);
    });

    it('always: still waits for the kind, which may be one that rings', async () => {
      const harness = new StoreHarness({ autoAnswer: 'always', ...auto({ Inbound: false }) });
      await harness.signIn('STATE_IDLE');
      harness.softphone.invite('a');
      harness.snapshot('STATE_CALL_DELIVERED');
      jest.advanceTimersByTime(60_000);
      expect(harness.softphone.answered).toEqual([]);
    });

    it('Time: rings for so long first', async () => {
      const harness = new StoreHarness(auto({ Time: 1500 }));
      await harness.signIn('STATE_CALL_DELIVERED');
      harness.softphone.invite('a');
      jest.advanceTimersByTime(1499);
      expect(harness.softphone.answered).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(harness.softphone.answered).toEqual(['a']);
    });

    it('Time: a call that ends or is cancelled meanwhile is not answered', async () => {
      const harness = new StoreHarness(auto({ Time: 1500 }));
      await harness.signIn('STATE_CALL_DELIVERED');
      harness.softphone.invite('a');
      jest.advanceTimersByTime(1000);
      harness.softphone.end();
      jest.advanceTimersByTime(60_000);
      expect(harness.softphone.answered).toEqual([]);
    });

    it('Time: an answer by hand before it is the only one', async () => {
      const harness = new StoreHarness(auto({ Time: 1500 }));
      await harness.signIn('STATE_CALL_DELIVERED');
      harness.softphone.invite('a');
      harness.dispatch(CommandActions.answer());
      jest.advanceTimersByTime(60_000);
      expect(harness.softphone.answered).toEqual(['a']);
    });
  });

  it('does not answer a call that the operator is cancelling', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_MAKECALL_REQUEST');
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.invite('a');
    expect(harness.softphone.answered).toEqual([]);
  });
});
