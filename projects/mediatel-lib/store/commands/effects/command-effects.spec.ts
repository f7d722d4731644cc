import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../../state/command-actions';
import { preloadEffects } from '../../effects-loader';

const call = CommandActions.makeCall({ phoneNumber: '066 123-45-01', queueName: 'DM_MFO_1' });
const statusOf = (harness: StoreHarness, name: keyof StoreHarness['state']['commands']['statuses']): string =>
  harness.state.commands.statuses[name].status;

beforeAll(preloadEffects);

describe('a command', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is sent, pending, and confirmed by a snapshot', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.dispatch(call);
    expect(harness.connection.sent).toEqual([{ type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_MFO_1' }]);
    expect(statusOf(harness, 'makeCall')).toBe('pending');
    harness.snapshot('STATE_MAKECALL_REQUEST');
    expect(statusOf(harness, 'makeCall')).toBe('idle');
    jest.advanceTimersByTime(10_000);
    expect(statusOf(harness, 'makeCall')).toBe('idle');
    expect(harness.takeNames()).not.toContain('Command Unanswered');
  });

  it('to mute is refused with the reason, and neither the phone nor Mediatel is muted', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.softphone.invite('a');
    harness.dispatch(CommandActions.setMuted({ muted: true }));
    expect(harness.state.commands.lastRefusal).toEqual({ command: 'mute', refusal: { reason: 'no-call' } });
    expect(harness.connection.sent).toEqual([]);
    expect(harness.state.softphone.call?.muted).toBe(false);
  });

  it('to toggle is wanted once, however often it is given', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    const wanted = () => harness.takeNames().filter((name) => name === 'Toggle Wanted');
    const mute = (muted: boolean) => harness.dispatch(CommandActions.setMuted({ muted }));
    for (const muted of [true, true]) mute(muted);
    expect(wanted()).toEqual([]);
    for (const muted of [false, false]) mute(muted);
    expect(wanted()).toHaveLength(1);
    for (const muted of [true, true]) mute(muted);
    expect(wanted()).toHaveLength(1);
    expect(harness.connection.takeSent()).toEqual(['muteCall']);
  });

  it('for automatic dialling is wanted once, however often it is given', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    const wanted = () => harness.takeNames().filter((name) => name === 'Toggle Wanted');
    for (const on of [true, true]) harness.dispatch(CommandActions.setPredictive({ on }));
    expect(wanted()).toEqual([]);
    for (const on of [false, false]) harness.dispatch(CommandActions.setPredictive({ on }));
    expect(wanted()).toHaveLength(1);
    expect(harness.connection.takeSent()).toEqual(['predictive']);
  });

  it('is refused with the reason, and nothing is sent', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_PAUSE');
    harness.dispatch(call);
    expect(harness.connection.sent).toEqual([]);
    expect(harness.state.commands.lastRefusal).toEqual({
      command: 'makeCall',
      refusal: { reason: 'wrong-phase', phase: 'paused', needs: ['available'] },
    });
    harness.dispatch(CommandActions.dismissRefusal());
    expect(harness.state.commands.lastRefusal).toBeNull();
  });

  it('given again while pending is refused; the first goes on', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.dispatch(call);
    harness.dispatch(call);
    expect(harness.connection.sent).toHaveLength(1);
    expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'already-pending' });
    expect(statusOf(harness, 'makeCall')).toBe('pending');
  });

  it('given without a link is refused and never sent later', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.disconnect();
    harness.dispatch(call);
    expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'not-connected' });
    harness.connect();
    harness.snapshot('STATE_IDLE');
    jest.advanceTimersByTime(60_000);
    expect(harness.connection.sent).toEqual([]);
  });

  it('is refused if the link is down, even before its state says so', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.connection.disconnect();
    harness.dispatch(call);
    expect(harness.state.commands.lastRefusal?.refusal).toEqual({ reason: 'not-connected' });
  });

  it('without an answer is unanswered after its limit, and the restart is offered', async () => {
    const harness = new StoreHarness({ commandTimeout: 3000 });
    await harness.signIn();
    harness.dispatch(call);
    jest.advanceTimersByTime(2999);
    expect(statusOf(harness, 'makeCall')).toBe('pending');
    jest.advanceTimersByTime(1);
    expect(statusOf(harness, 'makeCall')).toBe('unanswered');
    expect(harness.connection.sent).toHaveLength(1);
    harness.connection.takeSent();
    harness.dispatch(CommandActions.restartAgent());
    expect(harness.connection.takeSent()).toEqual(['exit']);
    harness.snapshot('STATE_LOGOUT');
    expect(statusOf(harness, 'restartAgent')).toBe('idle');
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('that takes effect after its limit surfaces, until the call is over', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.dispatch(call);
    jest.advanceTimersByTime(5000);
    harness.snapshot('STATE_MAKECALL_REQUEST');
    expect(statusOf(harness, 'makeCall')).toBe('surfaced');
    harness.snapshot('STATE_CALL_ACTIVE');
    expect(statusOf(harness, 'makeCall')).toBe('surfaced');
    harness.snapshot('STATE_CLERICAL');
    expect(statusOf(harness, 'makeCall')).toBe('idle');
  });

  it('that surfaces and is cancelled before anybody answers leaves nothing behind', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.dispatch(call);
    jest.advanceTimersByTime(5000);
    harness.snapshot('STATE_MAKECALL_REQUEST');
    harness.snapshot('STATE_IDLE');
    expect(statusOf(harness, 'makeCall')).toBe('idle');
  });

  it('other than a call, that takes effect after its limit, is just done', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.dispatch(CommandActions.hold());
    jest.advanceTimersByTime(5000);
    expect(statusOf(harness, 'hold')).toBe('unanswered');
    harness.snapshot('STATE_HOLD');
    expect(statusOf(harness, 'hold')).toBe('idle');
    expect(harness.takeNames()).toContain('Command Surfaced');
  });

  it('to call is no longer pending once the call fails', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    harness.dispatch(call);
    harness.snapshot('STATE_MAKECALL_FAILED', { callErrorID: '-1', callErrorText: 'wrong number' });
    expect(statusOf(harness, 'makeCall')).toBe('idle');
  });

  it.each([
    ['hold', CommandActions.hold(), 'STATE_CALL_ACTIVE', 'holdCall', 'STATE_HOLD'],
    ['retrieve', CommandActions.retrieve(), 'STATE_HOLD', 'retrieveCall', 'STATE_CALL_ACTIVE'],
    ['endPause', CommandActions.endPause(), 'STATE_PAUSE', 'pause', 'STATE_IDLE'],
    ['logOut', CommandActions.logOut(), 'STATE_IDLE', 'logout', 'STATE_LOGOUT'],
  ] as const)('%s', async (name, action, before, request, after) => {
    const harness = new StoreHarness();
    await harness.signIn(before);
    harness.dispatch(action);
    expect(harness.connection.takeSent()).toEqual([request]);
    expect(statusOf(harness, name)).toBe('pending');
    harness.snapshot(after);
    expect(statusOf(harness, name)).toBe('idle');
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('log-out in a call is refused', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.dispatch(CommandActions.logOut());
    expect(harness.state.commands.lastRefusal).toEqual({ command: 'logOut', refusal: { reason: 'in-call' } });
    await expect(harness.session.signOut()).resolves.toEqual({ reason: 'in-call' });
    expect(harness.connection.sent).toEqual([]);
  });
});

describe('the predictive switch', () => {
  it('is a wish: sent only when the snapshot differs and none is pending', async () => {
    const harness = new StoreHarness();
    await harness.signIn();
    const on = CommandActions.setPredictive({ on: true });
    harness.dispatch(CommandActions.setPredictive({ on: false }));
    expect(harness.connection.sent).toEqual([]);
    harness.dispatch(on);
    harness.dispatch(on);
    expect(harness.connection.takeSent()).toEqual(['predictive']);
    harness.snapshot('STATE_PREDICTIVE', { status: 'available', predictiveStatus: '1' });
    expect(statusOf(harness, 'predictive')).toBe('idle');
    harness.dispatch(on);
    expect(harness.connection.sent).toEqual([]);
  });
});

describe('saving call codes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const callTraceID = '1185574264';
  const several = { multipleCallCodeAllow: '1' };

  it('sends each code in its order; leaving clerical confirms', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL', several);
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['13', '4', '13'] }));
    expect(harness.connection.sent).toEqual([
      { type: 'resolutionSet', id: 13 },
      { type: 'resolutionSet', id: 4 },
    ]);
    expect(harness.state.commands.callCodeSaving?.status).toBe('saving');
    harness.snapshot('STATE_IDLE');
    expect(harness.state.commands.callCodeSaving).toMatchObject({ callTraceID, codeIds: ['13', '4'], status: 'saved' });
    expect(statusOf(harness, 'saveCallCodes')).toBe('idle');
  });

  it('is refused out of clerical, or for another call', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL');
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID: '7', codeIds: ['4'] }));
    expect(harness.state.commands.lastRefusal?.refusal.reason).toBe('wrong-call');
    harness.snapshot('STATE_IDLE');
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    expect(harness.state.commands.lastRefusal?.refusal.reason).toBe('wrong-phase');
    expect(harness.connection.sent).toEqual([]);
  });

  it('is unconfirmed when clerical ends by its time-out', async () => {
    const harness = new StoreHarness({ clericalSeconds: 30 });
    await harness.signIn('STATE_CLERICAL', { time: 1_000_000 });
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    harness.snapshot('STATE_IDLE', { time: 1_030_000 });
    expect(harness.state.commands.callCodeSaving?.status).toBe('unconfirmed');
    expect(statusOf(harness, 'saveCallCodes')).toBe('idle');
  });

  it('is unanswered while clerical goes on, and not sent again', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL');
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
    jest.advanceTimersByTime(60_000);
    expect(harness.state.commands.callCodeSaving?.status).toBe('unanswered');
    expect(harness.connection.sent).toHaveLength(1);
    harness.snapshot('STATE_IDLE');
    expect(harness.state.commands.callCodeSaving?.status).toBe('saved');
  });

  it('with a pause sends the pause after the codes', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CLERICAL');
    harness.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'], pauseId: '4' }));
    expect(harness.connection.sent).toEqual([
      { type: 'resolutionSet', id: 4 },
      { type: 'pause', id: '4' },
    ]);
    harness.snapshot('STATE_PAUSE');
    expect(harness.state.commands.nextPause).toBeNull();
  });
});
