import { jest } from '@jest/globals';
import { inCall } from '../../effects-kit/in-call.fixture';
import { preloadEffects } from '../../effects-loader';
import { CommandActions } from '../../state/command-actions';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the next pause', () => {
  const meeting = CommandActions.takePause({ pauseId: '4' });

  it('is sent at once if Mediatel takes it in a call', async () => {
    const harness = await inCall();
    harness.dispatch(meeting);
    expect(harness.connection.sent).toEqual([{ type: 'pause', id: '4' }]);
    expect(harness.state.commands.nextPause).toEqual({ pauseId: '4', sent: true });
    harness.snapshot('STATE_CLERICAL');
    harness.snapshot('STATE_PAUSE');
    expect(harness.connection.sent).toHaveLength(1);
    expect(harness.state.commands.nextPause).toBeNull();
  });

  it('is else sent in clerical', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_CALL_ACTIVE', { availableCommand: [] });
    harness.dispatch(meeting);
    expect(harness.connection.sent).toEqual([]);
    expect(harness.state.commands.nextPause).toEqual({ pauseId: '4', sent: false });
    harness.snapshot('STATE_CLERICAL');
    expect(harness.connection.sent).toEqual([{ type: 'pause', id: '4' }]);
  });

  it('is else sent when available', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_CALL_ACTIVE', { availableCommand: [] });
    harness.dispatch(meeting);
    harness.snapshot('STATE_IDLE');
    expect(harness.connection.takeSent()).toEqual(['pause']);
    expect(harness.state.commands).toMatchObject({ nextPause: null, statuses: { pause: { status: 'pending' } } });
  });

  it('becomes an unanswered pause if it was sent but not granted', async () => {
    const harness = await inCall();
    harness.dispatch(meeting);
    harness.snapshot('STATE_IDLE');
    expect(harness.connection.takeSent()).toEqual(['pause']);
    jest.advanceTimersByTime(5000);
    expect(harness.state.commands).toMatchObject({ nextPause: null, statuses: { pause: { status: 'unanswered' } } });
  });

  it('can be taken back', async () => {
    const harness = await inCall();
    harness.dispatch(meeting);
    harness.dispatch(CommandActions.cancelNextPause());
    expect(harness.connection.sent).toEqual([
      { type: 'pause', id: '4' },
      { type: 'pause', id: 0 },
    ]);
    expect(harness.state.commands.nextPause).toBeNull();
  });

  it('is refused if it is unknown', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.takePause({ pauseId: '77' }));
    expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'unknown-pause', pauseId: '77' });
  });
});
