import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

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

  it('does not answer a call that the operator is cancelling', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_MAKECALL_REQUEST');
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.invite('a');
    expect(harness.softphone.answered).toEqual([]);
  });
});
