import { jest } from '@jest/globals';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { selectNotReady } from '../selectors/audio-selectors';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function available(config: Partial<MediatelConfig> = {}) {
  const harness = new StoreHarness(config);
  await harness.signIn('STATE_IDLE', { pauseList: [['3', 'Technical Error']] });
  harness.connection.takeSent();
  const notReady = harness.store.selectSignal(selectNotReady);
  const registered = (is: boolean) => {
    harness.softphone.report({
      type: 'registrationChanged',
      registration: is
        ? { status: 'registered', otherContacts: 0 }
        : { status: 'waiting', retryAt: 0, detail: 'closed' },
    });
  };
  return { harness, notReady, registered };
}

beforeAll(preloadEffects);

it('warns of 10 s without a registration, and no more once it is back', async () => {
  const { harness, notReady, registered } = await available();
  registered(false);
  jest.advanceTimersByTime(9999);
  expect(notReady()).toBeNull();
  jest.advanceTimersByTime(1);
  expect(notReady()).toBe('not-registered');
  expect(harness.connection.sent).toEqual([]);
  registered(true);
  expect(notReady()).toBeNull();
});

it('warns of a lost microphone', async () => {
  const { harness, notReady } = await available();
  harness.softphone.report({
    type: 'microphoneChanged',
    microphone: { status: 'failed', failure: 'lost', detail: '' },
  });
  jest.advanceTimersByTime(10_000);
  expect(notReady()).toBe('no-microphone');
});

it('ignores a short loss, and a loss while not available', async () => {
  const { harness, notReady, registered } = await available({ pauseWhenNotReady: 'Technical Error' });
  registered(false);
  jest.advanceTimersByTime(5000);
  registered(true);
  jest.advanceTimersByTime(60_000);
  registered(false);
  harness.snapshot('STATE_PAUSE');
  jest.advanceTimersByTime(60_000);
  expect(notReady()).toBeNull();
  expect(harness.connection.sent).toEqual([]);
});

it.each(['Technical Error', '3'])('takes the pause configured as %s', async (pauseWhenNotReady) => {
  const { harness, registered } = await available({ pauseWhenNotReady: pauseWhenNotReady });
  registered(false);
  jest.advanceTimersByTime(10_000);
  expect(harness.connection.sent).toEqual([{ type: 'pause', id: '3' }]);
});

it('takes no pause that Mediatel does not offer, and starts the time again when the operator becomes available', async () => {
  const { harness, notReady, registered } = await available({ pauseWhenNotReady: 'Tea' });
  harness.snapshot('STATE_PAUSE');
  registered(false);
  jest.advanceTimersByTime(60_000);
  harness.snapshot('STATE_IDLE');
  jest.advanceTimersByTime(9999);
  expect(notReady()).toBeNull();
  jest.advanceTimersByTime(1);
  expect(notReady()).toBe('not-registered');
  expect(harness.connection.sent).toEqual([]);
});
