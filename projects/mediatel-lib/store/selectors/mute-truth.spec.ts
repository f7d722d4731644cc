import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { selectMute } from './call-selectors';
import { CommandActions } from '../state/command-actions';
import { recoveryCommand } from '../state/recovery-action';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (harness: StoreHarness, milliseconds: number): void => {
  harness.clock.advance(milliseconds);
  jest.advanceTimersByTime(milliseconds);
};

async function inCall() {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  return { harness, mute: harness.store.selectSignal(selectMute) };
}

const silent = { muted: true, by: 'both', cause: 'operator', held: false, disagreement: null, recovery: null };
const heard = { muted: false, by: 'off', cause: null, held: false, disagreement: null, recovery: null };

beforeAll(preloadEffects);

describe('the truth of muting', () => {
  it('counts both sides, and one command makes them agree if they differ', async () => {
    const { harness, mute } = await inCall();
    expect(mute()).toEqual(heard);
    harness.dispatch(CommandActions.setMuted({ muted: true }));
    expect(mute()).toMatchObject({ muted: true, by: 'here', disagreement: null });
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    expect(mute()).toEqual(silent);

    // Somebody unmutes at the server only.
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 0 });
    pass(harness, 2000);
    const { disagreement, recovery } = mute()!;
    expect([disagreement, recovery]).toEqual(['muted-here-only', { type: 'setMuted', muted: true }]);
    harness.connection.takeSent();
    harness.dispatch(recoveryCommand(recovery!));
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
    expect(mute()).toEqual(silent);
  });

  it('survives hold', async () => {
    const { harness, mute } = await inCall();
    harness.dispatch(CommandActions.setMuted({ muted: true }));
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    harness.snapshot('STATE_HOLD', { mute: 1 });
    expect(mute()).toEqual({ ...silent, held: true });
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    pass(harness, 5000);
    expect(mute()).toEqual(silent);
  });

  it('starts again with the next call; a mute that the server kept is named, and one command removes it', async () => {
    const { harness, mute } = await inCall();
    harness.dispatch(CommandActions.setMuted({ muted: true }));
    harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    harness.softphone.end();
    harness.snapshot('STATE_IDLE');
    expect(mute()).toBeNull();
    harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2', mute: 1 });
    harness.softphone.invite('b');
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', mute: 1 });
    expect(mute()).toMatchObject({ muted: true, by: 'server', cause: null });
    pass(harness, 2000);
    expect(mute()).toMatchObject({
      disagreement: 'muted-at-server-only',
      recovery: { type: 'setMuted', muted: false },
    });
    harness.dispatch(recoveryCommand(mute()!.recovery!));
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2', mute: 0 });
    expect(mute()).toEqual(heard);
  });

  it('says that the headset itself muted', async () => {
    const { harness, mute } = await inCall();
    harness.softphone.mute(true, 'system');
    pass(harness, 5000);
    expect(mute()).toMatchObject({ muted: true, by: 'here', cause: 'system', disagreement: null });
  });
});
