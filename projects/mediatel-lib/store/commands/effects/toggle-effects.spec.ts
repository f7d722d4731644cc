import { jest } from '@jest/globals';
import { inCall } from '../../effects-kit/in-call.fixture';
import { preloadEffects } from '../../effects-loader';
import { CommandActions } from '../../state/command-actions';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('muting', () => {
  const muted = CommandActions.setMuted({ muted: true });

  it('silences the track at once, and mutes at the server if it allows the command', async () => {
    const harness = await inCall();
    harness.dispatch(muted);
    expect(harness.state.softphone.call?.muted).toBe(true);
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
    harness.snapshot('STATE_MUTE', {
      status: 'in_a_call',
      mute: 1,
      callTraceID: '1185574264',
      availableCommand: ['CMD_MUTE'],
    });
    expect(harness.state.commands.statuses.mute.status).toBe('idle');
    harness.dispatch(muted);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('pressed twice within the round trip ends as last wanted, one request at a time', async () => {
    const harness = await inCall();
    const mute = { status: 'in_a_call', callTraceID: '1185574264', availableCommand: ['CMD_MUTE'] };
    harness.dispatch(muted);
    harness.dispatch(CommandActions.setMuted({ muted: false }));
    expect(harness.state.softphone.call?.muted).toBe(false);
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
    harness.snapshot('STATE_MUTE', { ...mute, mute: 1 });
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
    harness.snapshot('STATE_MUTE', { ...mute, mute: 0 });
    expect(harness.state.commands.statuses.mute.status).toBe('idle');
    jest.advanceTimersByTime(60_000);
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('pressed three times sends no more than the first', async () => {
    const harness = await inCall();
    for (const on of [true, false, true]) harness.dispatch(CommandActions.setMuted({ muted: on }));
    harness.snapshot('STATE_MUTE', {
      status: 'in_a_call',
      mute: 1,
      callTraceID: '1185574264',
      availableCommand: ['CMD_MUTE'],
    });
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
  });

  it('unanswered is not sent again by itself', async () => {
    const harness = await inCall();
    harness.dispatch(muted);
    jest.advanceTimersByTime(60_000);
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
  });

  it('works without the server', async () => {
    const harness = await inCall();
    harness.disconnect();
    harness.dispatch(muted);
    expect(harness.state.softphone.call?.muted).toBe(true);
    expect(harness.connection.sent).toEqual([]);
  });
});
