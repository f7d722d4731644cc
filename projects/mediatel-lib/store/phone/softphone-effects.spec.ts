import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { inCall } from '../effects-kit/in-call.fixture';
import { preloadEffects } from '../effects-loader';
import { CommandActions } from '../state/command-actions';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the phone', () => {
  it('executes the operator’s phone commands', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.sendDigits({ digits: '12#' }));
    harness.dispatch(CommandActions.retryNow());
    harness.dispatch(CommandActions.reopenMicrophone());
    harness.dispatch(CommandActions.unlockPlayback());
    const callId = harness.state.softphone.call!.callId;
    expect(harness.softphone.executed.slice(-4)).toEqual([
      { type: 'sendDigits', callId, digits: '12#' },
      { type: 'registerNow' },
      { type: 'reopenMicrophone' },
      { type: 'unlockPlayback' },
    ]);
    expect(harness.connection.retries).toBe(1);
  });

  it('keeps why a call was missed', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.softphone.report({
      type: 'inviteRefused',
      callId: 'x',
      refusal: 'no-microphone',
      callerNumber: '1',
      at: 5,
    });
    harness.softphone.report({ type: 'playbackChanged', playback: { status: 'blocked' } });
    expect(harness.state.softphone).toMatchObject({
      lastRefused: { refusal: 'no-microphone', at: 5 },
      playback: { status: 'blocked' },
      registration: { status: 'registered' },
    });
  });
});
