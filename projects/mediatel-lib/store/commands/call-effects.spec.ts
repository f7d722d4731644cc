import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import { selectCall } from '../selectors/selectors';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function inCall(): Promise<StoreHarness> {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  return harness;
}

beforeAll(preloadEffects);

describe('hanging up', () => {
  it('closes the call; the BYE follows after 2 s if it still lives', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
    jest.advanceTimersByTime(1999);
    expect(harness.softphone.hungUp).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(harness.softphone.hungUp).toEqual(['a']);
  });

  it('needs no BYE if the server ends the call', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.snapshot('STATE_CLERICAL');
    harness.softphone.end();
    jest.advanceTimersByTime(10_000);
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.state.commands.statuses.hangUp.status).toBe('idle');
  });

  it('again does nothing', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.takeNames();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.takeNames()).toEqual(['Hang Up']);
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
  });

  it('without a link is a BYE at once', async () => {
    const harness = await inCall();
    harness.connection.disconnect();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual(['a']);
    expect(harness.connection.sent).toEqual([]);
  });

  describe('of a call that rings', () => {
    const ringing = async (): Promise<StoreHarness> => {
      const harness = new StoreHarness({ autoAnswer: 'never' });
      await harness.signIn();
      harness.snapshot('STATE_IDLE');
      harness.softphone.invite('b');
      harness.dispatch(CommandActions.hangUp());
      return harness;
    };
    const pass = (harness: StoreHarness, ms: number): void => {
      harness.clock.advance(ms);
      jest.advanceTimersByTime(ms);
    };

    it('rejects it after the grace if Mediatel does not know it', async () => {
      const harness = await ringing();
      expect(harness.state.commands.lastRefusal).toBeNull();
      pass(harness, 1999);
      expect(harness.softphone.hungUp).toEqual([]);
      pass(harness, 1);
      expect(harness.softphone.hungUp).toEqual(['b']);
      expect(harness.connection.sent).toEqual([]);
    });

    it('does not reject it if Mediatel’s snapshot comes late', async () => {
      const harness = await ringing();
      pass(harness, 500);
      harness.snapshot('STATE_CALL_DELIVERED');
      pass(harness, 10_000);
      expect(harness.softphone.hungUp).toEqual([]);
    });
  });

  it('of a call that Mediatel does not know is a BYE at once', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_IDLE');
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual(['a']);
    expect(harness.connection.sent).toEqual([]);
  });

  it('while it rings is closeCall, never a rejection', async () => {
    const harness = new StoreHarness({ autoAnswer: 'never' });
    await harness.signIn('STATE_MAKECALL_REQUEST');
    harness.softphone.invite('a');
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
    jest.advanceTimersByTime(60_000);
    expect(harness.softphone.hungUp).toEqual([]);
    harness.disconnect();
    harness.dispatch(CommandActions.hangUp());
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.state.commands.lastRefusal).toEqual({ command: 'hangUp', refusal: { reason: 'not-connected' } });
  });

  it('leaves the next call alone', async () => {
    const harness = await inCall();
    harness.dispatch(CommandActions.hangUp());
    harness.softphone.end();
    harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
    harness.softphone.invite('b');
    jest.advanceTimersByTime(5000);
    expect(harness.softphone.hungUp).toEqual([]);
    expect(harness.softphone.answered).toEqual(['a', 'b']);
  });
});

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

describe('the grace', () => {
  it('names a disagreement after 2 s, and no longer once both sides agree', async () => {
    const harness = await inCall();
    let disagreements: readonly string[] = [];
    harness.store.select(selectCall).subscribe((call) => (disagreements = call?.disagreements ?? []));
    harness.clock.advance(500);
    harness.softphone.end('failure');
    harness.clock.advance(1999);
    jest.advanceTimersByTime(1999);
    expect(disagreements).toEqual([]);
    harness.clock.advance(1);
    jest.advanceTimersByTime(1);
    expect(disagreements).toEqual(['no-audio']);
    harness.snapshot('STATE_CLERICAL');
    expect(disagreements).toEqual([]);
  });

  it('names nothing if both sides agree in time', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_CLERICAL');
    harness.softphone.end();
    harness.takeNames();
    jest.advanceTimersByTime(10_000);
    expect(harness.takeNames()).toEqual([]);
  });
});

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
