import { StoreHarness } from 'mediatel-lib/testing';
import { selectCallLimit } from './call-selectors';
import { createPauseLimitSelector, selectNextPause } from './pause-selectors';
import { CommandActions } from '../state/command-actions';
import { timeLeft } from './time-limit';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

describe('timeLeft', () => {
  const clock = { serverTime: 1_000_000, receivedAt: 500 };
  it.each([
    [500, 180, 'within'],
    [500 + 149_000, 31, 'within'],
    [500 + 150_000, 30, 'near'],
    [500 + 179_001, 1, 'near'],
    [500 + 180_000, 0, 'over'],
    [500 + 200_000, -20, 'over'],
  ])('at %i ms', (at, seconds, level) => {
    expect(timeLeft({ startedAt: 1_000_000, seconds: 180 }, 30, clock, at)).toEqual({ seconds, level });
  });

  it('returns null before the server’s clock is known', () => {
    expect(timeLeft({ startedAt: 0, seconds: 1 }, 30, null, 0)).toBeNull();
  });
});

it('a call’s limit runs from the start of the conversation, through hold', async () => {
  const harness = new StoreHarness();
  const limit = harness.store.selectSignal(selectCallLimit);
  await harness.signIn('STATE_CALL_DELIVERED', { maxCallDuration: '180' });
  expect(limit()).toBeNull();
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '180', time: 1_010_000 });
  harness.snapshot('STATE_HOLD', { maxCallDuration: '180', time: 1_050_000 });
  expect(limit()).toEqual({ startedAt: 1_010_000, seconds: 180 });
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '0' });
  expect(limit()).toBeNull();
});

it('a pause’s limit is found by name, else by id', async () => {
  const harness = new StoreHarness();
  const limit = harness.store.selectSignal(createPauseLimitSelector({ Meeting: 600, 1: 900, constructor: 1 }));
  await harness.signIn('STATE_IDLE');
  expect(limit()).toBeNull();
  harness.snapshot('STATE_PAUSE', { pauseId: '4' });
  expect(limit()).toEqual({ startedAt: 1_000_000, seconds: 600 });
  harness.snapshot('STATE_PAUSE', { pauseId: '1', time: 1_002_000 });
  expect(limit()).toEqual({ startedAt: 1_002_000, seconds: 900 });
  harness.snapshot('STATE_PAUSE', { pauseId: '99' });
  expect(limit()).toBeNull();
});

it('the next pause has its name', async () => {
  const harness = new StoreHarness();
  const next = harness.store.selectSignal(selectNextPause);
  await harness.signIn('STATE_CALL_ACTIVE');
  expect(next()).toBeNull();
  harness.dispatch(CommandActions.takePause({ pauseId: '4' }));
  expect(next()).toEqual({ id: '4', name: 'Meeting' });
});
